/// The feedback page of a student, in Markdown.
///
/// Everything that a student wrote stands in a fence that is longer than any
/// within it, or is escaped.
package func feedbackMarkdown(_ results: [SubmissionResult]) -> String {
  let results = results.map(\.forStudent)
  let name = results.first.map { inline($0.student.name) } ?? ""
  return (["# Feedback for \(name)"] + results.flatMap(sections))
    .joined(separator: "\n\n") + "\n"
}

private func sections(_ result: SubmissionResult) -> [String] {
  var parts = [
    "## Exercise \(result.exercise): \(result.headline)",
    "\(result.pointsInWords)\(result.lateness)",
  ]
  if result.verdict == .graderError { parts.append(graderErrorWords) }
  if !result.whole.isEmpty { parts.append(fenced(result.whole)) }
  if let check = result.toRepair {
    parts.append("### Repair first: \(check.markdownName)")
    parts.append("\(check.verdict.words.capitalizedFirst).")
    if !check.explanation.isEmpty { parts.append(fenced(check.explanation)) }
    if let section = check.section, !check.hidden {
      parts.append("Read again: lesson \(result.exercise), `\(section)`")
    }
  }
  if !result.isStopped { parts.append(table(result.checks)) }
  if !result.output.isEmpty {
    parts.append("### What your code printed")
    parts.append(fenced(shown(result.output, limit: ShownLimits.output)))
  }
  return parts
}

let graderErrorWords =
  "The grader failed. This says nothing about your code and costs you no "
  + "points. Please tell your instructor."

extension SubmissionResult {
  /// What lateness took away, in words.
  var lateness: String {
    penalty > 0
      ? ", after a late penalty of \(number(penalty * 100))%" : ""
  }
}

private func table(_ checks: [CheckResult]) -> String {
  let rows = checks.map { check in
    "| \(check.markdownName) | \(check.verdict.words) | "
      + "\(number(check.points)) of \(number(check.maxPoints)) |"
  }
  return (["| check | result | points |", "| --- | --- | ---: |"] + rows)
    .joined(separator: "\n")
}

extension CheckResult {
  /// The function and the title, both the course's own; of a hidden check only
  /// its id.
  fileprivate var markdownName: String {
    hidden ? "`\(id)`" : "`\(function)` \(title.replacing("|", with: "\\|"))"
  }
}

/// Text in a fence that it cannot leave.
private func fenced(_ text: String) -> String {
  let runs = text.split { $0 != "`" }.map(\.count)
  let fence = String(repeating: "`", count: max(3, (runs.max() ?? 0) + 1))
  return "\(fence)text\n\(text)\n\(fence)"
}

/// Text in a line of Markdown that means nothing but itself.
private func inline(_ text: String) -> String {
  var escaped = ""
  for character in shownInALine(text) {
    switch character {
    case "&": escaped += "&amp;"
    case "<": escaped += "&lt;"
    case _ where character.isASCII && character.isPunctuation,
      _ where character.isASCII && character.isSymbol:
      escaped += "\\\(character)"
    default: escaped.append(character)
    }
  }
  return escaped
}

extension String {
  var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}

internal import Site

/// The feedback page of a student: one HTML file that needs nothing else.
package func feedbackPage(_ results: [SubmissionResult]) -> String {
  let results = results.map(\.forStudent)
  let name = shownInALine(results.first?.student.name ?? "")
  return reportPage(
    title: "Feedback for \(name)",
    [HTML("h1", [HTML("Feedback for "), HTML("bdi", name)])]
      + results.flatMap(sections))
}

private func sections(_ result: SubmissionResult) -> [HTML] {
  var parts = [
    HTML("h2", "Exercise \(result.exercise): \(result.headline)"),
    HTML("p", "\(result.pointsInWords)\(result.lateness)"),
  ]
  if result.verdict == .graderError {
    parts.append(HTML("p", graderErrorWords))
  }
  if !result.whole.isEmpty { parts.append(HTML("pre", result.whole)) }
  if let check = result.toRepair {
    parts.append(HTML("h3", "Repair first: \(check.name)"))
    parts.append(HTML("p", "\(check.verdict.words.capitalizedFirst)."))
    if !check.explanation.isEmpty {
      parts.append(HTML("pre", check.explanation))
    }
    if let section = check.section, !check.hidden {
      parts.append(
        HTML("p", "Read again: lesson \(result.exercise), section \(section)"))
    }
  }
  if !result.isStopped { parts.append(table(result.checks)) }
  if !result.output.isEmpty {
    parts.append(HTML("h3", "What your code printed"))
    parts.append(
      HTML("pre", shown(result.output, limit: ShownLimits.output)))
  }
  return parts
}

private func table(_ checks: [CheckResult]) -> HTML {
  reportTable(
    ["check", "result", "points"],
    checks.map { check in
      [
        check.name, check.verdict.words,
        "\(number(check.points)) of \(number(check.maxPoints))",
      ]
    })
}

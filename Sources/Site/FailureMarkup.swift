internal import Checks
internal import Lessons
internal import System

extension VerdictMarkup {
  /// A failure: what is checked, what is wrong, the smallest input, and help.
  func explanation(of check: CheckReport, at index: Int) -> [HTML] {
    let isFirst = check.id == report.first
    if check.status == .notWritten || check.status == .skipped {
      return isFirst ? [help(at: index)] : []
    }
    var contents = [
      HTML(
        "p", HTML("strong", isFirst ? "Repair first: " : "Then: "),
        HTML(sentence: check.title)),
      HTML("p", HTML(sentence: check.message)),
    ]
    if let place = check.place {
      contents.append(
        HTML("pre", HTML("code", "\(place.line) │ \(place.code)")))
    }
    if let example = check.counterexample {
      contents.append(
        HTML("pre", ["class": "call"], HTML("code", example.arguments)))
      if check.status == .failed { contents += comparison(of: example) }
    }
    contents.append(section(about: check))
    return contents + [help(at: index)]
  }

  private func comparison(of example: Counterexample) -> [HTML] {
    let difference = example.difference
    func row(_ name: String, _ text: String, _ range: Range<Int>?) -> HTML {
      HTML(
        "div", HTML("dt", name), HTML("dd", HTML("code", marked(text, range))))
    }
    let rows = HTML(
      "dl", ["class": "compared"],
      row("expected", example.expected, difference?.expected),
      row("received", example.received, difference?.received))
    guard let difference else { return [rows] }
    let place = difference.place.map { "\($0)" }.joined(separator: ", ")
    return [
      rows,
      HTML("p", ["class": "note"], "The first difference is at [\(place)]."),
    ]
  }

  private func marked(_ text: String, _ range: Range<Int>?) -> [HTML] {
    let bytes = Array(text.utf8)
    guard let range, range.upperBound <= bytes.count else {
      return [HTML(text)]
    }
    func part(_ range: Range<Int>) -> String {
      String(decoding: bytes[range], as: UTF8.self)
    }
    return [
      HTML(part(0..<range.lowerBound)), HTML("mark", part(range)),
      HTML(part(range.upperBound..<bytes.count)),
    ]
  }

  private func section(about check: CheckReport) -> HTML {
    guard let anchor = check.lesson,
      let section = lesson.sections.first(where: { $0.anchor == anchor })
    else { return HTML("") }
    return HTML(
      "p", HTML("a", ["href": "#\(anchor)"], "Read again: \(section.title)"))
  }

  /// What the learner's code printed, without the library's message about why
  /// it stopped, which is part of a check's message.
  var printed: [HTML] {
    let lines = report.output.prefix(8_000).split(separator: "\n").filter {
      line in
      !report.checks.contains {
        $0.status == .runtimeError && $0.message.contains(line)
      }
    }
    guard lines.contains(where: { !$0.allSatisfy(\.isWhitespace) }) else {
      return []
    }
    return [
      HTML(
        "details", HTML("summary", "Your code printed"),
        HTML("pre", HTML("samp", lines.joined(separator: "\n"))))
    ]
  }

  /// Why nothing was run: the compiler's errors, or an earlier exercise.
  var stopped: [HTML] {
    let errors = report.diagnostics.filter { $0.severity == "error" }
    let message = isOwn ? [] : [HTML("p", HTML(sentence: report.message))]
    return message + errors.prefix(5).map(markup)
  }

  var warnings: [HTML] {
    let warnings = report.diagnostics.filter { $0.severity == "warning" }
    if warnings.isEmpty { return [] }
    return [
      HTML(
        "details",
        [HTML("summary", "Compiler warnings")] + warnings.prefix(5).map(markup)
      )
    ]
  }

  private func markup(_ diagnostic: Diagnostic) -> HTML {
    let place =
      diagnostic.file == path
      ? "line \(diagnostic.line): "
      : "\(diagnostic.file), line \(diagnostic.line): "
    return HTML(
      "div", ["class": "diagnostic"],
      HTML("p", HTML("strong", place), HTML(diagnostic.message)),
      excerpt(diagnostic),
      diagnostic.meaning.map { HTML("p", HTML(sentence: "This means: " + $0)) }
        ?? HTML(""))
  }

  /// The line of a diagnostic, with a mark at its column.
  private func excerpt(_ diagnostic: Diagnostic) -> HTML {
    guard diagnostic.file == path,
      source.indices.contains(diagnostic.line - 1)
    else { return HTML("") }
    let line = source[diagnostic.line - 1]
    if line.allSatisfy(\.isWhitespace) { return HTML("") }
    // The compiler counts bytes.
    let before = String(
      decoding: line.utf8.prefix(max(0, diagnostic.column - 1)), as: UTF8.self)
    let space = before.map { $0 == "\t" ? "\t" : " " }.joined()
    return HTML("pre", HTML("code", "\(line)\n\(space)^"))
  }
}

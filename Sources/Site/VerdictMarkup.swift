package import Checks
package import Lessons
internal import System

/// What a served lesson shows of a check, at each of its checkpoints.
package struct VerdictMarkup {
  let report: Report
  let lesson: Lesson
  /// The file that was checked, as the compiler names it, and its lines.
  let path: String
  let source: [String]

  package init(
    _ report: Report, of lesson: Lesson, path: String, source: String
  ) {
    self.report = report
    self.lesson = lesson
    self.path = path
    self.source = source.withUnixLines.lines.map(String.init)
  }

  /// The markup for each checkpoint, in the order of the text.
  package var checkpoints: [HTML] {
    // An error of the compiler is no function's: the first that is open has it.
    let place = firstOpen
    return lesson.checkpoints.enumerated().map { index, checkpoint in
      let checks = report.checks.filter { $0.function == checkpoint.function }
      var contents = [standing(checks)]
      if index == place, !isRun {
        contents += stopped + [help(index)]
      } else if let leading = leading(checks), leading.status != .passed {
        contents += explanation(leading, at: index)
      }
      if checks.count > 1, checks.contains(where: { $0.status != .notWritten })
      {
        contents.append(everyCheck(checks))
      }
      if index == place, isRun { contents += warnings }
      return HTML(contents)
    }
  }

  /// The whole check in a sentence, for the bar.
  package var summary: HTML {
    let passed = report.checks.count { $0.status == .passed }
    let isPassed = report.status == .passed
    let words =
      switch report.status {
      case .passed: "✓ Exercise \(report.exercise) is passed."
      case .failed: "✗ \(passed) of \(report.checks.count) checks passed."
      case .notWritten where isRun:
        "○ Exercise \(report.exercise) is not written yet."
      case .compileError where isOwn: "✗ It does not compile."
      default: "✗ \(report.message)"
      }
    return HTML([
      HTML("span", ["class": isPassed ? "passed" : "failed"], words),
      isPassed || lesson.checkpoints.isEmpty
        ? HTML("")
        : HTML(
          "a", ["href": "#_checkpoint-\(firstOpen)"],
          report.checks.first { $0.id == report.first }?.function
            ?? "Where to go on"),
    ])
  }

  /// Whether anything was run, so that the checks tell what is wrong.
  private var isRun: Bool {
    !report.checks.allSatisfy { $0.skipped == .notRun }
  }

  /// Whether the compiler's errors are in this exercise, not in an earlier one
  /// that it builds on.
  private var isOwn: Bool {
    report.diagnostics.first { $0.severity == "error" }?.file == path
  }

  /// The checkpoint where the learner is to go on.
  private var firstOpen: Int {
    let first = report.checks.first { $0.id == report.first }?.function
    return lesson.checkpoints.firstIndex { $0.function == first } ?? 0
  }

  private func standing(_ checks: [CheckReport]) -> HTML {
    let passed = checks.count { $0.status == .passed }
    if checks.allSatisfy({ $0.status == .notWritten || $0.status == .skipped })
    {
      let words =
        checks.contains { $0.status == .notWritten }
        ? "○ not written yet; each time you save the file, it is checked here"
        : "– not checked"
      return HTML("p", ["class": "state"], words)
    }
    let all = passed == checks.count
    return HTML(
      "p", ["class": all ? "state passed" : "state failed"],
      (all ? "✓ passed: " : "✗ ") + "\(passed) of \(checks.count) checks"
        + (all ? "" : " passed"))
  }

  private func leading(_ checks: [CheckReport]) -> CheckReport? {
    let id = firstToRepair(in: checks)
    return checks.first { $0.id == id }
  }

  /// A failure: what is checked, what is wrong, the smallest input, and help.
  private func explanation(_ check: CheckReport, at index: Int) -> [HTML] {
    if check.status == .notWritten || check.status == .skipped {
      return check.id == report.first ? [help(index)] : []
    }
    var contents = [
      HTML(
        "p",
        HTML(
          "strong", check.id == report.first ? "Repair first: " : "Then: "),
        HTML(check.title)),
      HTML("p", check.message),
    ]
    if let place = check.place {
      contents.append(
        HTML("pre", HTML("code", "\(place.line) │ \(place.code)")))
    }
    if let example = check.counterexample {
      contents += counterexample(
        example, isCompared: check.status == .failed)
    }
    contents += printed(with: check)
    contents.append(section(check))
    contents.append(help(index))
    return contents
  }

  private func counterexample(
    _ example: Counterexample, isCompared: Bool
  ) -> [HTML] {
    var contents = [HTML("pre", HTML("code", example.arguments))]
    guard isCompared else { return contents }
    let difference = example.difference
    func row(_ name: String, _ text: String, _ range: Range<Int>?) -> HTML {
      HTML(
        "div", HTML("dt", name),
        HTML("dd", HTML("code", marked(text, range))))
    }
    contents.append(
      HTML(
        "dl", ["class": "compared"],
        row("expected", example.expected, difference?.expected),
        row("received", example.received, difference?.received)))
    if let difference {
      let place = difference.place.map { "\($0)" }.joined(separator: ", ")
      contents.append(
        HTML("p", ["class": "note"], "First difference at [\(place)]."))
    }
    return contents
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

  private func section(_ check: CheckReport) -> HTML {
    guard let anchor = check.lesson,
      let section = lesson.sections.first(where: { $0.anchor == anchor })
    else { return HTML("") }
    return HTML(
      "p", HTML("a", ["href": "#\(anchor)"], "Read again: \(section.title)"))
  }

  /// What the learner's code printed, beside what to repair first.
  private func printed(with check: CheckReport) -> [HTML] {
    let text = report.output.prefix(4_000)
    guard check.id == report.first,
      text.contains(where: { !$0.isWhitespace })
    else { return [] }
    return [
      HTML(
        "details", HTML("summary", "Your code printed"),
        HTML("pre", HTML("samp", String(text))))
    ]
  }

  private func everyCheck(_ checks: [CheckReport]) -> HTML {
    HTML(
      "details", HTML("summary", "Every check"),
      HTML(
        "ul", ["class": "checks"],
        checks.map { check in
          let mark =
            switch check.status {
            case .passed: "✓ "
            case .skipped: "– "
            case .notWritten: "○ "
            default: "✗ "
            }
          return HTML(
            "li", HTML(mark + check.title),
            check.status == .passed || check.message.isEmpty
              ? HTML("") : HTML("p", ["class": "note"], check.message))
        }))
  }

  private func help(_ index: Int) -> HTML {
    HTML([
      HTML(
        "p", ["class": "run"],
        HTML(
          "button",
          ["type": "button", "data-do": "hint", "data-checkpoint": "\(index)"],
          "Give me a hint"),
        HTML("button", ["type": "button", "data-do": "edit"], "Open my file")),
      HTML("div", ["id": hintID(index)], []),
    ])
  }

  /// The line of a diagnostic, with a mark at its column.
  private func excerpt(_ diagnostic: Diagnostic) -> HTML {
    guard diagnostic.file == path,
      source.indices.contains(diagnostic.line - 1)
    else { return HTML("") }
    let line = source[diagnostic.line - 1]
    // The compiler counts bytes.
    let before = String(
      decoding: line.utf8.prefix(max(0, diagnostic.column - 1)), as: UTF8.self)
    let space = before.map { $0 == "\t" ? "\t" : " " }.joined()
    return HTML("pre", HTML("code", "\(line)\n\(space)^"))
  }

  /// Why nothing was run: the compiler's errors, or an earlier exercise.
  private var stopped: [HTML] {
    let errors = report.diagnostics.filter { $0.severity == "error" }
    let message = isOwn ? [] : [HTML("p", report.message)]
    return message + errors.prefix(5).map(markup)
  }

  private var warnings: [HTML] {
    let warnings = report.diagnostics.filter { $0.severity == "warning" }
    if warnings.isEmpty { return [] }
    return [
      HTML(
        "details",
        [HTML("summary", "The compiler warns")] + warnings.prefix(5).map(markup)
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
      diagnostic.meaning.map { HTML("p", "This means: " + $0) } ?? HTML(""))
  }
}

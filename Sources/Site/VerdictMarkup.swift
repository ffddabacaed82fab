package import Checks
package import Lessons
internal import System

/// The result of a check in a served lesson: a verdict at each checkpoint.
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
    firstOpen =
      Self.place(of: report, in: lesson, path: path, source: source) ?? 0
  }

  /// The checkpoint where the learner is to go on.
  private let firstOpen: Int

  /// The checkpoint of the first function to repair; of a file that does not
  /// compile, that of the function with the first error.
  private static func place(
    of report: Report, in lesson: Lesson, path: String, source: String
  ) -> Int? {
    let error = report.diagnostics.first {
      $0.severity == "error" && $0.file == path
    }
    let function =
      error.flatMap { lesson.function(at: $0.line, in: source) }
      ?? report.checks.first { $0.id == report.first }?.function
    return lesson.checkpoints.firstIndex { $0.function == function }
  }

  /// The markup for each checkpoint, in the order of the text.
  package var checkpoints: [HTML] {
    lesson.checkpoints.enumerated().map { index, checkpoint in
      let checks = report.checks.filter { $0.function == checkpoint.function }
      let isFirst = index == firstOpen
      if !isRun {
        return HTML(
          isFirst
            ? [state("✗ not checked", .failed)] + stopped + [help(at: index)]
            : [state("– not checked", .open)])
      }
      var contents = [standing(of: checks)]
      if let leading = leading(checks), leading.status != .passed {
        contents += explanation(of: leading, at: index)
      }
      if checks.count > 1, checks.contains(where: { $0.status != .notWritten })
      {
        contents.append(everyCheck(checks))
      }
      return HTML(contents + (isFirst ? warnings + printed : []))
    }
  }

  /// The whole check in a sentence, for the bar.
  package var summary: HTML {
    let (words, kind) = summaryWords
    let error = report.diagnostics.first { $0.severity == "error" }
    var contents = [HTML("span", ["class": kind], [HTML(sentence: words)])]
    if report.status != .passed, !lesson.checkpoints.isEmpty {
      let target =
        report.checks.first { $0.id == report.first }?.function
        ?? (isOwn ? error.map { "line \($0.line)" } : nil) ?? "your function"
      contents.append(
        HTML(
          "a", ["href": "#_checkpoint-\(firstOpen)"], "Go to \(target)"))
    }
    return HTML(contents)
  }

  private var summaryWords: (words: String, kind: String?) {
    let functions = lesson.checkpoints.map(\.function)
    let done = functions.count { function in
      let checks = report.checks.filter { $0.function == function }
      return !checks.isEmpty && checks.allSatisfy { $0.status == .passed }
    }
    let isOnlyUnwritten = report.checks.allSatisfy {
      [.passed, .notWritten, .skipped].contains($0.status)
    }
    return switch report.status {
    case .passed: ("✓ You have passed exercise \(report.exercise).", "passed")
    case .failed where isRun && isOnlyUnwritten,
      .notWritten where isRun && isOnlyUnwritten:
      ("\(done) of \(functions.count) functions are right.", nil)
    case .failed:
      (
        "✗ \(report.checks.count { $0.status == .passed }) of "
          + "\(report.checks.count) checks passed.", "failed"
      )
    case .compileError where isOwn: ("✗ Your file does not compile.", "failed")
    default: ("✗ \(report.message)", "failed")
    }
  }

  /// Whether anything was run, so that the checks tell what is wrong.
  private var isRun: Bool {
    !report.checks.allSatisfy { $0.skipped == .notRun }
  }

  /// Whether the compiler's errors are in this exercise, not in an earlier one
  /// that it builds on.
  var isOwn: Bool {
    report.diagnostics.first { $0.severity == "error" }?.file == path
  }

  private enum Standing: String {
    case open = "state"
    case failed = "state failed"
    case passed = "state passed"
  }

  private func state(_ words: String, _ standing: Standing) -> HTML {
    HTML("p", ["class": standing.rawValue], words)
  }

  private func standing(of checks: [CheckReport]) -> HTML {
    let passed = checks.count { $0.status == .passed }
    if checks.allSatisfy({ $0.status == .notWritten || $0.status == .skipped })
    {
      return checks.contains { $0.status == .notWritten }
        ? state(
          "○ not written yet. Save your file, and it is checked here.",
          .open)
        : state("– not checked", .open)
    }
    return passed == checks.count
      ? state("✓ passed: \(passed) of \(passed) checks", .passed)
      : state("✗ \(passed) of \(checks.count) checks passed", .failed)
  }

  private func leading(_ checks: [CheckReport]) -> CheckReport? {
    let id = firstToRepair(in: checks)
    return checks.first { $0.id == id }
  }

  private func everyCheck(_ checks: [CheckReport]) -> HTML {
    HTML(
      "details", HTML("summary", "All checks"),
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
            "li", HTML(sentence: mark + check.title),
            check.status == .passed || check.message.isEmpty
              ? HTML("")
              : HTML("p", ["class": "note"], [HTML(sentence: check.message)]))
        }))
  }

  /// The buttons for a hint and for the editor.
  func help(at index: Int) -> HTML {
    func button(_ request: String, _ words: String) -> HTML {
      HTML(
        "button",
        [
          "type": "button", "data-do": request, "data-checkpoint": "\(index)",
        ], words)
    }
    return HTML([
      HTML(
        "p", ["class": "run"], button("hint", "Give me a hint"),
        button("edit", "Open my file")),
      HTML("div", ["id": hintID(index)], []),
    ])
  }
}

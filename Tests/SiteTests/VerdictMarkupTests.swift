import Checks
import Lessons
import Testing

@testable import Site

/// A verdict in a page: each function's at its checkpoint, hostile text as text.
struct VerdictMarkupTests {
  let hostile = "<script>alert(1)</script>\"&\u{1B}[31m"

  func report(_ status: CheckReport.Status) throws -> (Report, Lesson) {
    let lesson = try readLessons(in: root + "/Lessons").lessons[0]
    let function = try #require(lesson.checkpoints.first?.function)
    var check = CheckReport(
      id: "a", title: "is right", function: function, status: status,
      message: status == .passed ? "" : hostile)
    check.counterexample =
      status == .failed
      ? Counterexample(arguments: "f(\(hostile))", expected: "1", received: "2")
      : nil
    var report = Report(
      exercise: lesson.number, id: lesson.id,
      status: status == .passed ? .passed : .failed, message: "", seed: 1)
    report.checks = [check]
    report.first = status == .passed ? nil : "a"
    report.output = hostile
    return (report, lesson)
  }

  @Test func whatALearnerWroteStaysText() throws {
    let (report, lesson) = try report(.failed)
    let markup = VerdictMarkup(
      report, of: lesson, path: "Exercise.swift", source: hostile)
    let html = markup.checkpoints.map(\.markup).joined() + markup.summary.markup
    #expect(!html.contains("<script"))
    #expect(!html.contains("\u{1B}"))
    #expect(html.contains("&lt;script&gt;"))
    #expect(try Reading(page: "<div>\(html)</div>").problem == nil)
  }

  @Test func eachCheckpointHasItsOwnVerdict() throws {
    let (report, lesson) = try report(.passed)
    let markup = VerdictMarkup(
      report, of: lesson, path: "Exercise.swift", source: "")
    #expect(markup.checkpoints.count == lesson.checkpoints.count)
    #expect(markup.checkpoints[0].markup.contains("✓ passed: 1 of 1"))
    #expect(markup.summary.markup.contains("You have passed"))
  }

  @Test func anErrorOfTheCompilerStandsWithItsLine() throws {
    var (report, lesson) = try report(.passed)
    report.status = .compileError
    report.checks[0].status = .skipped
    report.checks[0].skipped = .notRun
    report.diagnostics = [
      Diagnostic(
        file: "Exercise.swift", line: 2, column: 3, severity: "error",
        message: "cannot find 'y' in scope")
    ]
    let html = VerdictMarkup(
      report, of: lesson, path: "Exercise.swift", source: "a\n  y + 1\n"
    )
    .checkpoints[0].markup
    #expect(html.contains("line 2"))
    #expect(html.contains("  y + 1\n  ^"))
  }
}

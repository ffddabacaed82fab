import Checks
import Pages
import Testing

@Suite("Verdicts of crashes and hangs")
struct CrashPageTests {
  private func page(
    _ checks: [CheckReport], all: Bool = false, screen: Screen = Screen()
  ) -> [String] {
    var report = Report(
      exercise: 1, id: "x", status: .failed, message: "no", seed: 1)
    report.checks = checks
    report.first = firstToRepair(in: checks)
    return verdictPage(
      report, title: "X", path: "E.swift", isOwn: true, all: all,
      on: screen
    ).map(\.text)
  }

  private func crash(_ id: String, line: Int) -> CheckReport {
    CheckReport(
      id: id, title: id, function: "f(_:)", status: .runtimeError,
      message: "division by zero: by \(id)",
      place: SourceLine(file: "E.swift", line: line, code: "  return x / y"))
  }

  @Test func theReasonStandsUnderTheLine() throws {
    let lines = page([crash("a", line: 7)])
    let place = try #require(lines.firstIndex { $0.contains("E.swift:7") })
    #expect(
      lines[place...].prefix(3) == [
        "  E.swift:7", "    7 │   return x / y",
        "  division by zero: by a",
      ])
  }

  @Test func oneLineIsToldOnce() {
    let lines = page([crash("a", line: 7), crash("b", line: 7)], all: true)
    #expect(lines.contains("  ✗ b (as above)"))
    #expect(lines.count { $0.contains("division by zero") } == 1)
    let two = page([crash("a", line: 7), crash("b", line: 8)], all: true)
    #expect(two.count { $0.contains("division by zero") } == 2)
  }

  @Test func whatPassedIsNotAboveAgain() {
    let passed = ["a", "b"].map {
      CheckReport(id: $0, title: $0, function: "f(_:)", status: .passed)
    }
    let lines = page(passed + [crash("c", line: 7)], all: true)
    #expect(lines.contains("  ✓ b"), "\(lines)")
  }

  @Test func aPlainScreenSaysTheLine() {
    let lines = page([crash("a", line: 7)], screen: Screen(plain: true))
    #expect(lines.contains("  E.swift:7 is: return x / y"))
  }

  @Test func aHangIsSaidOnce() {
    let hang = CheckReport(
      id: "a", title: "a", function: "f(_:)", status: .timeLimit,
      message: "no answer after 2 s")
    let skipped = ["b", "c"].map {
      CheckReport(
        id: $0, title: $0, function: "f(_:)", status: .skipped,
        message: "not run: it hangs")
    }
    let lines = page([hang] + skipped)
    #expect(lines.count { $0.contains("no answer after 2 s") } == 1)
    #expect(!lines.contains { $0.contains("it hangs") })
    #expect(lines.contains("  – c"))
    let every = page([hang] + skipped, all: true)
    #expect(every.count { $0.contains("no answer after 2 s") } == 1)
    #expect(!every.contains { $0.contains("it hangs") })
  }

  @Test func whatItCallsIsSaidOnceWithItsCounterexample() {
    let checks = ["a", "b"].map { id in
      var check = CheckReport(
        id: id, title: id, function: "f(_:)", status: .failed,
        message: "it calls g(_:), which is not right yet; fix that first",
        counterexample: Counterexample(
          arguments: "f(1)", expected: "2", received: "3"))
      check.blamed = "g(_:)"
      return check
    }
    let lines = page(checks, all: true)
    #expect(lines.count { $0.contains("it calls g(_:)") } == 1)
    #expect(lines.contains("        f(1)"))
    #expect(lines.contains("  ✗ b (as above)"))
  }

  @Test func severalFunctionsAreALineEachAndTheFirstIsToldAtTheEnd() throws {
    let checks = [
      CheckReport(
        id: "a", title: "a title", function: "f(_:)", status: .passed),
      CheckReport(
        id: "b", title: "b title", function: "g(_:)", status: .failed,
        message: "element [0] should be 1, is 2"),
      CheckReport(
        id: "c", title: "c title", function: "g(_:)", status: .failed,
        message: "You left out the bias.", mistake: "bias"),
      CheckReport(
        id: "d", title: "d title", function: "long(_:)", status: .failed,
        message: "the shape should be [3], is []"),
    ]
    let lines = page(checks)
    let first = try #require(lines.firstIndex { $0.hasPrefix("Repair first") })
    #expect(
      lines[..<first].suffix(4) == [
        "  ✓ f(_:)     1 of 1", "  ✗ g(_:)     0 of 2",
        "  ✗ long(_:)  0 of 1  the shape should be [3], is []", "",
      ])
    #expect(
      lines[first...].prefix(2) == [
        "Repair first: g(_:) – c title", "  You left out the bias.",
      ])
  }
}

import Checks
import Pages
import Testing

@Suite("What the compiler said")
struct DiagnosticLinesTests {
  private func error(
    _ message: String, line: Int = 2, column: Int = 3, fixIt: FixIt? = nil,
    severity: String = "error"
  ) -> Diagnostic {
    Diagnostic(
      file: "E.swift", line: line, column: column, severity: severity,
      message: message, fixIt: fixIt)
  }

  private func shown(
    _ diagnostics: [Diagnostic], meaning: String? = nil, source: String,
    screen: Screen = Screen()
  ) -> String {
    var diagnostics = diagnostics
    diagnostics[0].meaning = meaning
    return diagnosticLines(
      diagnostics, path: "E.swift", source: source, on: screen
    )
    .map(\.text).joined(separator: "\n")
  }

  @Test func theLineWithACaretNotesAndFixIts() {
    let text = shown(
      [
        error("left side isn't mutable: 'n' is a 'let' constant", column: 5),
        error(
          "change 'let' to 'var' to make it mutable", line: 1, column: 1,
          fixIt: FixIt(column: 1, text: "var"), severity: "note"),
      ], meaning: "Declare it with var.", source: "let n = 3\n\tn += 1\n")
    #expect(
      text == """
        E.swift:2:5: error: left side isn't mutable: 'n' is a 'let' constant
          2 │     n += 1
            │        ^
          note, line 1: change 'let' to 'var' to make it mutable
          1 │ let n = 3
            │ ^
            │ var  (suggested)
          This means: Declare it with var.
        """)
  }

  @Test func ofSeveralErrorsOfALineTheOneThatIsExplainedIsShown() {
    var explained = error("no member 'T'", column: 9)
    explained.meaning = "It is the transpose."
    let text = shown(
      [
        error("something follows"), explained, error("more follows", column: 9),
      ],
      source: "\nlet a = x.T\n")
    #expect(text.contains("no member 'T'") && text.contains("transpose"))
    #expect(!text.contains("follows"))
  }

  @Test func notesAreFewAndAboutTheLearnersFile() {
    var candidate = error("candidate expects 'Builtin'", severity: "note")
    candidate.file = "Swift.Float"
    let own = (0..<3).map { error("note number \($0)", severity: "note") }
    let text = shown([error("no match"), candidate] + own, source: "")
    #expect(!text.contains("Builtin"))
    #expect(text.contains("note number 1") && !text.contains("note number 2"))
  }

  @Test func aPlainScreenHasNoBoxes() {
    let text = shown(
      [error("cannot find 'm' in scope")], source: "\n  m + 1\n",
      screen: Screen(plain: true))
    #expect(text.contains("line 2 is: m + 1; the problem is at: m + 1"))
    #expect(!text.contains("│") && !text.contains("^"))
  }

  @Test func fiveErrorsAndThenANumber() {
    let warnings = (0..<3).map {
      error("value \($0) is unused", severity: "warning")
    }
    let errors = (0..<6).map { error("error number \($0)", line: 2 + $0) }
    let text = shown(warnings + errors, source: "")
    #expect(text.contains("error number 4"))
    #expect(!text.contains("error number 5"))
    #expect(!text.contains("value 0"))
    #expect(text.contains("and 1 more"))
  }

  @Test(arguments: [20, 40, 80])
  func aLongLineIsCutAroundThePlace(width: Int) {
    let code = (0..<60).map { "name\($0)" }.joined(separator: " + ")
    let lines = diagnosticLines(
      [error("no", line: 1, column: 300)], path: "E.swift", source: code,
      on: Screen(width: width))
    #expect(lines.allSatisfy { $0.text.count <= width })
    #expect(lines.contains { $0.text.contains("^") })
  }
}

@Suite("Expected and received")
struct ComparisonTests {
  private func shown(
    _ expected: String, _ received: String, _ difference: Difference?,
    screen: Screen = Screen()
  ) -> [String] {
    var example = Counterexample(
      arguments: "f()", expected: expected, received: received)
    example.difference = difference
    return comparison(example, on: screen).map(\.text)
  }

  @Test func theFirstDifferenceIsMarkedAndNamed() {
    let difference = Difference(
      place: [1, 0], expected: 14..<17, received: 14..<17)
    #expect(
      shown(
        "[[1.0, 2.0], [3.0, 4.0]]", "[[1.0, 2.0], [2.5, 4.0]]", difference)
        == [
          "expected  [[1.0, 2.0], [3.0, 4.0]]",
          "received  [[1.0, 2.0], [2.5, 4.0]]",
          "                        ^^^",
          "          first difference at [1, 0]: 3.0 expected, 2.5 received",
        ])
  }

  @Test func whatDoesNotDifferInAnElementStandsAsItIs() {
    #expect(shown("finite numbers", "[nan, 1.0]", nil).count == 2)
  }

  @Test func aPlainScreenSaysIt() {
    let lines = shown(
      "[1.0, 2.0]", "[1.0, 3.0]",
      Difference(place: [1], expected: 6..<9, received: 6..<9),
      screen: Screen(plain: true))
    #expect(!lines.joined().contains("^"))
    #expect(lines.last?.contains("first difference at [1]") == true)
  }
}

@Suite("What follows from an error")
struct DiagnosticNoiseTests {
  private func said(_ diagnostics: [Diagnostic]) -> String {
    diagnosticLines(diagnostics, path: "E.swift", source: nil, on: Screen())
      .map(\.text).joined(separator: "\n")
  }

  private func diagnostic(_ severity: String, _ message: String) -> Diagnostic {
    Diagnostic(
      file: "E.swift", line: 4, column: 7, severity: severity, message: message)
  }

  @Test func warningsWaitUntilTheErrorsAreGone() {
    let warning = diagnostic("warning", "'e' was never used [#no-usage]")
    let error = diagnostic(
      "error", "expected expression in list of expressions")
    let both = said([warning, error])
    #expect(both.contains("expected expression"))
    #expect(!both.contains("never used"))
    #expect(said([warning]).contains("'e' was never used"))
    #expect(!said([warning]).contains("#no-usage"))
  }
}

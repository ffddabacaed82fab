import Audits
import Checks
import Content
import Foundation
import Lessons
import Tensors
import Testing

/// Each thing that can go stale, broken once on a copy: the gate has to fail
/// and say where.
@Suite("What the gate catches")
struct BreakingTests {
  let copy: LessonCopy

  init() throws { copy = try LessonCopy("03-softmax") }

  @Test func aCellsOutput() throws {
    try copy.expect(
      "prints `[2.0, 1.0, -2.0]`, not `[2.0, 1.5, -2.0]`",
      replacing: "[2.0, 1.0, -2.0]", by: "[2.0, 1.5, -2.0]")
  }

  @Test func aCellThatDoesNotCompile() throws {
    try copy.expect(
      "the cell does not compile", replacing: "scores / scores.sum()",
      by: "scores / scores.som()")
  }

  @Test func aCellThatStops() throws {
    try copy.expect(
      "the cells stop:", replacing: "let scores = Tensor([2, 1, -2])",
      by: "let scores = Tensor([2, 1, -2]); print([1][scores.count])")
  }

  @Test func aFunctionThatTheTextDoesNotAskFor() throws {
    try copy.expect(
      "softmax(_:) has no checkpoint",
      replacing: "<!-- checkpoint: softmax(_:) -->", by: "",
      atLineOf: "public func softmax")
  }

  @Test func aFormula() throws {
    try copy.expect(
      "in a formula", replacing: #"$`\exp(o) = e^o`$"#,
      by: #"$`\exp(o) = \nonsense^o`$"#)
  }

  @Test func aLink() throws {
    try copy.expect(
      "there is no file `../04-entropy/lesson.md`",
      replacing: "../04-cross-entropy/lesson.md", by: "../04-entropy/lesson.md")
  }

  @Test func anAnchor() throws {
    try copy.expect(
      "has the anchor #nowhere", replacing: "../04-cross-entropy/lesson.md",
      by: "../04-cross-entropy/lesson.md#nowhere")
  }

  @Test func anAnchorOfAPageThatIsNoLesson() throws {
    try copy.expect(
      "no heading of Lessons/README.md has the anchor #the-texts",
      replacing: "A model looks at a picture",
      by: "[A](../README.md#the-text) [model](../README.md#the-texts) looks")
  }

  @Test(arguments: [
    ("[model][other] looks\n\n[other]: ../README.md\n\nat", ""),
    ("[model][] looks\n\n[Model]: <../README.md> \"1.5\"\n\nat", ""),
    (
      "[model][other] looks\n\n[other]: ../NONE.md\n\nat",
      "there is no file `../NONE.md`"
    ), ("[model][other] looks at", "the link [other] is not defined"),
    ("<a href=\"../README.md\">model</a> looks at", ""),
    (
      "<a title='1.5'\nhref = '../NONE.md'>model</a> looks at",
      "there is no file `../NONE.md`"
    ),
    (
      "<a href=\"#nowhere\">model</a> looks at",
      "no heading of 03-softmax has the anchor #nowhere"
    ), ("model <b and 1.5> looks at", "the number 1.5 has no source"),
  ])
  func aLinkOfAnotherForm(_ words: String, _ problem: String) throws {
    let findings = try copy.findings(
      replacing: "model looks at", by: words)
    #expect(findings.count == (problem.isEmpty ? 0 : 1), "\(findings)")
    #expect(findings.first?.problem == (problem.isEmpty ? nil : problem))
    let line = try #require(
      copy.text(copy.lessonFile).split(
        separator: "\n", omittingEmptySubsequences: false
      ).firstIndex { $0.hasPrefix("A ") })
    #expect(findings.allSatisfy { (1...3).contains($0.line - line) })
  }

  @Test func aBoundNumber() throws {
    try copy.expect(
      "the text says 73%", replacing: "72% <!--", by: "73% <!--")
  }

  @Test func aNumberWithoutSource() throws {
    try copy.expect(
      "the number 72% has no source", replacing: "72% <!-- = shares[0] -->",
      by: "72%")
  }

  @Test func aDerivationWithoutItsName() throws {
    let findings = try copy.findings(
      replacing: "derivation=shiftInvariance", by: "")
    #expect(findings.contains { $0.problem.contains("does not display") })
  }

  @Test func aLessonThatCannotBeRead() throws {
    let copy = try LessonCopy("03-softmax", isWhole: true)
    try copy.change("72% <!-- = shares[0] -->", to: "72% <!-- = share[0] -->")
    let course = try Gate().course(at: copy.root)
    let finding = try #require(course.unreadable().first)
    #expect(finding.path == copy.lessonFile && finding.line > 70)
    #expect(finding.problem == "no cell of this lesson is named `share`")
    // It is said once: of what depends on it nothing is.
    #expect(course.unreadable().count == 1)
    #expect(course.coverageFindings() + course.poolFindings() == [])
    let next = try #require(course.library["4"]?.lesson)
    #expect(try course.textFindings(in: next, seed: 1) == [])
    let builder = try #require(course.library["7"]?.lesson)
    #expect(course.unreadable(for: 7) == [finding])
    #expect(try course.findings(in: builder, quick: true, seed: 1) == [])
  }

  @Test func anExerciseThatIsNotAskedWhereTheListSays() throws {
    try copy.change("id: temperature", to: "id: warmth")
    let course = try Gate().course(at: copy.root)
    let found = course.poolFindings()
    #expect(found.count == 1)
    #expect(course.poolFindings(of: course.library["3"]?.lesson) == found)
    #expect(course.poolFindings(of: course.library["4"]?.lesson) == [])
    #expect(
      found.first?.problem
        == "SR7 is not asked where listed: lesson 3 has no quiz temperature")
    let list = try copy.text("Lessons/exercises.json")
    let line = try #require(found.first?.line)
    #expect(list.split(separator: "\n")[line - 1].contains("\"SR7\""))
  }

  @Test func aLineOfCodeThatATerminalBreaks() throws {
    try copy.expect(
      "a line of code has", replacing: "let shares = exponentials /",
      by: "let shares = exponentials + exponentials + exponentials - "
        + "exponentials - exponentials /")
  }

  @Test func aWallOfText() throws {
    let words = String(repeating: "on and ", count: 61)
    try copy.expect(
      "words without a formula, figure, cell or question",
      replacing: "Now the division works:",
      by: "Thus it goes \(words)\n\nNow the division works:",
      atLineOf: "Thus it goes")
  }

  @Test func aTextAlternative() throws {
    try copy.expect(
      "text alternative", replacing: "![Three probabilities",
      by: "![Some probabilities")
  }

  @Test func aFigure() throws {
    let path = "Lessons/03-softmax/figures/moving-score.svg"
    let text = try copy.text(path)
    try copy.write(text.replacing("<polyline", with: "<polygon"), to: path)
    let findings = try copy.findings()
    #expect(findings.map(\.path) == [path])
    #expect(findings.first?.remedy.contains("verify 3 --bless") == true)
  }

  @Test func aSectionThatACheckNames() throws {
    try copy.expect(
      "no section #what-softmax-keeps", replacing: "## What softmax keeps",
      by: "## What it keeps",
      in: "Lessons/03-softmax/Checks/SoftmaxChecks.swift",
      atLineOf: "\"what-softmax-keeps\"")
  }

  @Test func aDerivationOfOneSideProvesNothing() throws {
    let text = try copy.text(copy.lessonFile)
    let start = try #require(text.firstRange(of: "\n  &= "))
    let end = try #require(text.firstRange(of: "\n\\end{aligned}"))
    try copy.change(
      String(text[start.lowerBound..<end.lowerBound]), to: "")
    let findings = try copy.findings()
    #expect(
      findings.contains { $0.problem.hasPrefix("shiftInvariance has no =") },
      "\(findings)")
  }

  @Test func aDerivationWithoutItsLetters() throws {
    let wrong = Derivation(
      "shiftInvariance", letters: .init(values: [:]), point: { _ in [] })
    let registry = registry.map {
      $0.lesson == "softmax"
        ? ExerciseChecks(lesson: "softmax", derivations: [wrong], $0.checks)
        : $0
    }
    let finding = try #require(try copy.findings(registry: registry).first)
    #expect(finding.problem.contains("row 1 of shiftInvariance: `"))
    #expect(finding.problem.contains("cannot be evaluated"))
  }
}

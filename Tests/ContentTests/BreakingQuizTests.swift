import Audits
import Checks
import Content
import Foundation
import Lessons
import Tensors
import Testing

/// Questions, quotations and copies that go wrong.
extension BreakingTests {
  @Test func anAnswerThatIsNotComputed() throws {
    try copy.expect(
      "the answer of the quiz half-precision is not computed",
      replacing: "compute: log(65_504)\n", by: "",
      atLineOf: "id: half-precision")
  }

  @Test func anAnswerOfAnotherValue() throws {
    try copy.expect(
      "the answer of the quiz half-precision is 11.8, but `log(65_504)` is",
      replacing: "answer: 11.09", by: "answer: 11.8",
      atLineOf: "compute: log(65_504)")
  }

  @Test func anAnswerThatIsNoNumber() throws {
    try copy.expect(
      "the answer of the quiz odds is 0.75, but", replacing: "3 / (3 + 1)",
      by: "log(-1)")
  }

  @Test func anAnswerThatIsOnlyRepeated() throws {
    try copy.expect(
      "the quiz temperature computes nothing", replacing: "pow(3, 2)",
      by: "9.0", atLineOf: "compute: 9.0")
  }

  @Test func anExpressionThatDoesNotCompile() throws {
    try copy.expect(
      "has no value: cannot find 'logarithm' in scope",
      replacing: "compute: log(", by: "compute: logarithm(")
  }

  @Test func anExpressionThatStops() throws {
    try copy.expect(
      "the expression after `compute:` has no value:",
      replacing: "pow(3, 2)", by: "Double([3].sorted()[2])")
  }

  @Test(arguments: [
    ("0.02", "is more than a hundredth"),
    ("8e-3", "is more than a hundredth of the largest number it prints"),
  ])
  func aToleranceThatTooMuchIsWithin(_ tolerance: String, _ what: String) throws
  {
    try copy.expect(
      what, replacing: "tolerance=1e-6\n[0.36787945, 1.0] [",
      by: "tolerance=\(tolerance)\n[0.36787945, 0.5] [",
      atLineOf: "tolerance=\(tolerance)")
  }

  @Test func aQuotationOfTheLessonItself() throws {
    try copy.expect(
      "the number 72% is quoted from `the cell above`, which is not a source",
      replacing: "72% <!-- = shares[0] -->",
      by: "72% <!-- quoted: the cell above -->")
    let finding = try copy.findings().first
    #expect(finding?.remedy == "write <!-- = shares[0] -->")
  }

  @Test(arguments: [
    ("notes S3", true), ("notes S1 and S4", true), ("notes S5", false),
    ("notes S", false), ("chosen here", false),
    ("the model answer of lesson 8, seed 8", true),
    ("the model answer, seed 8", false), ("golden/dataset.json", true),
  ])
  func aQuotationOfASource(_ whose: String, _ isListed: Bool) throws {
    let findings = try copy.findings(
      replacing: "A model looks at a picture",
      by: "Some 43% <!-- quoted: \(whose) --> look at a picture")
    #expect(findings.isEmpty == isListed, "\(findings)")
  }

  @Test func aQuizOfTheSameId() throws {
    try copy.change("id: temperature", to: "id: odds")
    let course = try Gate().course(at: copy.root)
    #expect(
      course.unreadable().map(\.problem)
        == ["the quiz `odds` is there twice"])
  }

  @Test func aQuestionThatWasAsked() throws {
    let text = try copy.text(copy.lessonFile)
    let start = try #require(text.firstRange(of: "```quiz\nid: odds"))
    let end = try #require(
      text[start.upperBound...].firstRange(of: "```\n"))
    let quiz = text[start.lowerBound..<end.upperBound]
    try copy.expect(
      "the quiz again repeats the question of odds", replacing: "## Your turn",
      by: quiz.replacing("id: odds", with: "id: again") + "\n## Your turn",
      atLineOf: "id: again")
  }

  @Test func alternativesAndMistakesThatAreCopies() throws {
    let solutions = "Solutions/03-softmax"
    let code = try copy.text("\(solutions)/Exercise.swift")
    try copy.write(
      "// Another one.\n" + code.replacing("  ", with: "    "),
      to: "\(solutions)/Alternatives/Zebra.swift")
    let mistakes = "Lessons/03-softmax/Mistakes"
    let name = try #require(
      FileManager.default.contentsOfDirectory(
        atPath: "\(copy.root)/\(mistakes)"
      ).min())
    let mistake = try copy.text("\(mistakes)/\(name)")
    try copy.write(mistake + "// TODO\n", to: "\(mistakes)/Zebra.swift")
    let findings = try copy.findings()
    #expect(
      findings.map(\.path) == [
        "\(mistakes)/Zebra.swift", "\(mistakes)/Zebra.swift",
        "\(solutions)/Alternatives/Zebra.swift",
      ], "\(findings)")
    #expect(
      findings.map(\.problem) == [
        "its code duplicates \(mistakes)/\(name)",
        "this is unfinished",
        "its code duplicates \(solutions)/Exercise.swift",
      ])
  }

  @Test(arguments: [14, 46])
  func minutesThatNobodyHas(_ minutes: Int) throws {
    try copy.expect(
      "minutes, but takes", replacing: "minutes: 25",
      by: "minutes: \(minutes)")
  }
}

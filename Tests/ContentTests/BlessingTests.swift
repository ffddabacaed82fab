import Audits
import Foundation
import Lessons
import Testing

/// What `--bless` mends, and why it says that it had to.
@Suite("Blessing")
struct BlessingTests {
  let copy: LessonCopy

  init() throws { copy = try LessonCopy("03-softmax") }

  @Test func blessingMendsOutputsNumbersAndFigures() throws {
    let before = try copy.text(copy.lessonFile)
    try copy.change("[2.0, 1.0, -2.0]", to: "[2.0, 1.5, -2.0]\n0.5")
    try copy.change("72% <!--", to: "7% <!--")
    let course = try Gate().course(at: copy.root)
    let lesson = try #require(course.library["3"]?.lesson)
    let changes = try course.bless(lesson)
    #expect(changes.count == 2, "\(changes)")
    #expect(changes.allSatisfy { $0.hasPrefix(copy.lessonFile) })
    #expect(try copy.text(copy.lessonFile) == before)
  }

  @Test func aNumberIsRewrittenWhereItStands() throws {
    try copy.change(
      "72% <!-- =",
      to: "7% of\n  7 [and 7%](https://a.b/7) <!-- =")
    #expect(try changes().count == 1)
    let text = try copy.text(copy.lessonFile)
    #expect(text.contains("7% of\n  7 [and 72%](https://a.b/7) <!-- ="))
  }

  private func changes(verifying: Bool = false) throws -> [String] {
    let course = try Gate().course(at: copy.root)
    let lesson = try #require(course.library["3"]?.lesson)
    if verifying { course.recordVerified(lesson) }
    return try course.bless(lesson)
  }

  @Test func eachOutputSaysWhichCellChanged() throws {
    #expect(try changes(verifying: true) == [])
    try copy.change(
      "let scores = Tensor([2, 1, -2])", to: "let scores = Tensor([3, 1, -2])")
    try copy.change("print(raised / raised.sum())", to: "print(raised.sum())")
    let found = try changes().map { $0.drop { $0 != " " }.dropFirst() }
    #expect(found.first == "first prints anew (the cell changed)")
    #expect(
      found.contains("exponentials prints anew (`first` before it changed)"))
    #expect(
      found.contains {
        $0.hasPrefix("shifted prints anew (the cell changed, `first`")
      })
    #expect(
      found.contains("72% is now 88% (`first` before it changed)"), "\(found)")
    #expect(!found.contains { $0.hasPrefix("overflow") })
  }

  @Test func whatWasOnlyEditedSaysSo() throws {
    #expect(try changes(verifying: true) == [])
    try copy.change("[2.0, 1.0, -2.0]", to: "[2.0, 1.5, -2.0]")
    let figure = "Lessons/03-softmax/figures/moving-score.svg"
    let text = try copy.text(figure)
    try copy.write(text.replacing("<polyline", with: "<polygon"), to: figure)
    let found = try changes()
    #expect(found.count == 2)
    #expect(
      found[0].hasSuffix("first prints anew (the lesson's text changed)"))
    #expect(found[1] == "\(figure): drawn again (the file changed)")
  }

  @Test func withoutARecordNothingIsClaimed() throws {
    try copy.change("[2.0, 1.0, -2.0]", to: "[2.0, 1.5, -2.0]")
    #expect(
      try changes().allSatisfy {
        $0.hasSuffix("(it was not verified here before)")
      })
  }
}

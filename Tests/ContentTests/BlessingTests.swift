import Audits
import Foundation
import Lessons
import Testing

/// What `--bless` mends, and what it says of it.
@Suite("Blessing")
struct BlessingTests {
  let copy: LessonCopy

  init() throws { copy = try LessonCopy("03-softmax") }

  @Test func blessingMendsOutputsNumbersAndFigures() throws {
    let before = try copy.text(copy.lessonFile)
    try copy.change("[2.0, 1.0, -2.0]", to: "[2.0, 1.5, -2.0]\n0.5")
    try copy.change("72% <!--", to: "7% <!--")
    let changes = try changes()
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

  private func changes() throws -> [String] {
    let course = try Gate().course(at: copy.root)
    return try course.bless(try #require(course.library["3"]?.lesson))
  }

  @Test func eachChangeIsNamed() throws {
    #expect(try changes() == [])
    try copy.change(
      "let scores = Tensor([2, 1, -2])", to: "let scores = Tensor([3, 1, -2])")
    let figure = "Lessons/03-softmax/figures/moving-score.svg"
    let text = try copy.text(figure)
    try copy.write(text.replacing("<polyline", with: "<polygon"), to: figure)
    let found = try changes().map { $0.drop { $0 != " " }.dropFirst() }
    #expect(found.first == "first: output replaced")
    #expect(found.contains("exponentials: output replaced"))
    #expect(found.contains("72% is now 88%"), "\(found)")
    #expect(found.last == "redrawn")
    #expect(!found.contains { $0.hasPrefix("overflow") })
    #expect(try copy.text(figure) == text)
  }
}

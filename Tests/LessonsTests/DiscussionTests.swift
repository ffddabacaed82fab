import Testing

@testable import Lessons

@Suite("What is told of a predicted output")
struct DiscussionTests {
  private func lesson(_ flags: String) throws -> Lesson {
    try Lesson(
      text: """
        ---
        id: x
        title: X
        summary: X.
        minutes: 5
        ---

        Before.

        ```swift cell=one\(flags)
        print(1)
        ```

        ```output
        1
        ```

        It prints one.

        After.
        """, folder: "/x/03-x")
  }

  private func words(_ blocks: [Block]) -> [String] {
    blocks.compactMap {
      if case .paragraph(let inlines) = $0 { inlines.plainText } else { nil }
    }
  }

  @Test func itWaitsForThePrediction() throws {
    let lesson = try lesson(" predict")
    #expect(words(lesson.blocks.withoutDiscussions) == ["Before.", "After."])
    let cell = try #require(lesson.cells.first)
    #expect(lesson.discussion(of: cell)?.plainText == "It prints one.")
  }

  @Test func withoutAPredictionItStays() throws {
    let lesson = try lesson("")
    #expect(lesson.blocks.withoutDiscussions == lesson.blocks)
    let cell = try #require(lesson.cells.first)
    #expect(lesson.discussion(of: cell) == nil)
  }
}

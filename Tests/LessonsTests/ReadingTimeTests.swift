import Testing

@testable import Lessons

@Suite("Reading time")
struct ReadingTimeTests {
  private func minutes(_ text: String, functions: [String] = []) throws -> Int {
    let front = """
      ---
      id: x
      title: X
      summary: X.
      minutes: 5
      exercise:
        functions: [\(functions.map { "'\($0)'" }.joined(separator: ", "))]
        buildsOn: []
        imports: [Tensors]
        limits: { seconds: 5, megabytes: 64 }
      ---

      """
    return try Lesson(text: front + text, folder: "/x/03-x").estimatedMinutes
  }

  @Test func itIsAddedUpAndRoundedUp() throws {
    let one = ["public func f(_ x: Int) -> Int"]
    let words = { (count: Int) in
      Array(repeating: "word", count: count).joined(separator: " ") + "\n"
    }
    #expect(try minutes("", functions: one) == 2)
    #expect(try minutes(words(200), functions: one) == 3)
    #expect(try minutes(words(201), functions: one) == 4)
    let cell = "```swift cell=a\nlet x = 1\n```\n\n"
    #expect(try minutes(cell, functions: one) == 3)
    #expect(try minutes(cell + words(100), functions: one) == 3)
    let quiz = """
      ```quiz
      id: q
      ask: One two three four five?
      kind: number
      answer: 2
      because: It is.
      ```

      """
    #expect(try minutes(quiz + words(50), functions: one) == 3)
    #expect(try minutes(quiz + words(51), functions: one) == 4)
  }
}

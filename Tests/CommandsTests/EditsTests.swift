import Testing

@testable import Commands

/// Distances counted by hand.
@Suite("Misspelt commands")
struct EditsTests {
  @Test(
    arguments: [
      ("check", "check", 0), ("chek", "check", 1), ("chekc", "check", 1),
      ("verfy", "verify", 1), ("ab", "ba", 1), ("", "abc", 3),
      ("kitten", "sitting", 3), ("list", "quit", 3),
    ])
  func distances(from: String, to: String, expected: Int) {
    #expect(edits(from: from, to: to) == expected)
    #expect(edits(from: to, to: from) == expected)
  }
}

import Terminals
import Testing

/// The bytes are those of xterm's control sequences (ctlseqs) and of UTF-8.
@Suite("Keys from bytes")
struct KeysTests {
  private func keys(_ text: String, isLast: Bool = true) -> [Key] {
    var decoder = KeyDecoder()
    return decoder.keys(Array(text.utf8), isLast: isLast)
  }

  @Test(
    arguments: [
      ("q", [.character("q")]), ("é", [.character("é")]),
      ("\u{1B}[A", [.up]), ("\u{1B}OB", [.down]), ("\u{1B}[5~", [.pageUp]),
      ("\u{1B}[H\u{1B}[4~", [.home, .end]),
      ("\u{3}\u{1A}", [.interrupt, .suspend]),
      ("\r\u{7F}", [.enter, .backspace]), ("\u{1B}", [.escape]),
      // A sequence that is none of ours is no key, and no letters either.
      ("\u{1B}[1;5Px", [.character("x")]),
    ] as [(String, [Key])])
  func whole(text: String, expected: [Key]) {
    #expect(keys(text) == expected)
  }

  @Test func inPieces() {
    var decoder = KeyDecoder()
    #expect(decoder.keys([0x1B]) == [])
    #expect(decoder.isUndecided)
    #expect(decoder.keys(Array("[".utf8)) == [])
    #expect(decoder.keys(Array("C".utf8)) == [.right])
    #expect(!decoder.isUndecided)
    // A key of its own only after a while, whatever else wakes the reader.
    #expect(decoder.keys(typed: [0x1B]) == [])
    #expect(decoder.keys(typed: []) == [])
    #expect(decoder.keys(typed: Array("[B".utf8)) == [.down])
    // Half a letter waits for its other half.
    #expect(decoder.keys([0xC3]) == [])
    #expect(decoder.keys([0xA9]) == [.character("é")])
  }
}

import Testing

@testable import Pages

/// What is shown of a text, and where its lines end.
struct TextTests {
  @Test(arguments: [
    ("plain", "plain"), ("\u{1B}[31mred", "␛[31mred"),
    ("a\u{7}\u{8}\u{0}", "a␇␈␀"), ("\u{7F}", "␡"), ("\u{9B}31m", "�31m"),
    ("a\tb\nc\r\nd", "a b c  d"), ("\u{202E}abc\u{202C}", "abc"),
    ("a\u{200B}b\u{FEFF}", "ab"), ("中文 é 👩‍👩‍👧", "中文 é 👩‍👩‍👧"),
  ])
  func controlCharactersAreShown(text: String, shown: String) {
    #expect(
      Array(Span(text).text.unicodeScalars) == Array(shown.unicodeScalars))
  }

  @Test func linesBreakAtSpaces() {
    #expect(wrapped("the quick brown fox", 10) == ["the quick", "brown fox"])
    #expect(wrapped("  the   quick ", 20) == ["the quick"])
    #expect(wrapped("", 10) == [""])
  }

  @Test func aWordTooLongIsCut() {
    #expect(
      wrapped("see abcdefghijkl now", 5)
        == ["see", "abcde", "fghij", "kl", "now"])
    #expect(wrapped("中文中文", 3) == ["中", "文", "中", "文"])
  }

  @Test func ideographsBreakAnywhereButBeforeTheirPunctuation() {
    #expect(wrapped("中文字，中文", 6) == ["中文", "字，中", "文"])
    #expect(wrapped("用 softmax 函数", 10) == ["用 softmax", "函数"])
    #expect(wrapped("他说（中文）", 6) == ["他说", "（中", "文）"])
    #expect(wrapped("softmax函数", 8) == ["softmax", "函数"])
  }

  @Test func spacesThatMayNotBreakDoNot() {
    #expect(wrapped("so a\u{A0}=\u{A0}b", 6) == ["so", "a\u{A0}=\u{A0}b"])
    let line = Line([Span("a\u{A0}= b", .math)])
    #expect(render([line], for: Screen()) == "a = b\n")
  }

  @Test func stylesOutliveTheBreak() {
    let lines = wrap([Span("one "), Span("two three", .strong)], width: 8)
    #expect(
      lines == [
        Line([Span("one "), Span("two", .strong)]),
        Line([Span("three", .strong)]),
      ])
  }

  private func wrapped(_ text: String, _ width: Int) -> [String] {
    wrap([Span(text)], width: width).map(\.text)
  }
}

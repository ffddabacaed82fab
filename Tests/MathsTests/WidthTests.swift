import System
import Testing

@testable import Maths

struct WidthTests {
  @Test(arguments: [
    ("", 0), ("abc", 3), ("é", 1), ("e\u{301}", 1), ("𝐲\u{302}", 1),
    ("中文", 4), ("，。", 4), ("한국어", 6), ("\u{1100}\u{1161}\u{11A8}", 2),
    ("😀", 2), ("❤\u{FE0F}", 2), ("👩‍👩‍👧", 2), ("👍🏽", 2), ("🇨🇭", 2),
    ("ﬀ", 1), ("ａ", 2), ("∑ᵢ₌₁ⁿ", 5), ("⎡─⎤", 3), ("क्षि", 3), ("→", 1),
  ])
  func isTheColumnsOfATerminal(text: String, expected: Int) {
    #expect(displayWidth(text) == expected)
  }

  #if canImport(Glibc)
  /// The C library's table, which terminals and their programs agree on.
  @Test func isWhatWcwidthSays() throws {
    let locale = try #require(newlocale(LC_CTYPE_MASK, "C.UTF-8", nil))
    let before = uselocale(locale)
    defer {
      uselocale(before)
      freelocale(locale)
    }
    // The module map hides the function, but it is there.
    let symbol = try #require(dlsym(nil, "wcwidth"))
    let wcwidth = unsafeBitCast(
      symbol, to: (@convention(c) (wchar_t) -> CInt).self)
    // Blocks that a lesson may use, apart from characters that only join.
    let blocks: [ClosedRange<UInt32>] = [
      0x20...0x7E, 0xA1...0xAC, 0xAE...0x24F, 0x300...0x52F,
      0x2010...0x2027, 0x2030...0x205E, 0x2070...0x20F0, 0x2100...0x2BFF,
      0x3000...0x33FF, 0x4E00...0x9FFC, 0xAC00...0xD7A3, 0xFF01...0xFFEE,
      0x1D400...0x1D7FF, 0x1F300...0x1F5FF, 0x1F600...0x1F64F,
    ]
    for value in blocks.joined() {
      let expected = wcwidth(wchar_t(value))
      guard expected >= 0, let scalar = Unicode.Scalar(value) else { continue }
      #expect(
        displayWidth(String(Character(scalar))) == Int(expected),
        "U+\(String(value, radix: 16))")
    }
  }
  #endif
}

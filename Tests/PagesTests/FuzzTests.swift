import Maths
import System
import Testing

@testable import Lessons
@testable import Pages

/// Pages of Markdown made at random, from pieces that mean something.
///
/// `FUZZ_SEED=7 FUZZ_PAGES=10000 swift test --filter FuzzTests` makes as many
/// as that, from another seed.
struct FuzzTests {
  @Test func noPageCrashesIsTooWideOrSteersTheTerminal() throws {
    let seed = getenv("FUZZ_SEED").flatMap { UInt64(String(cString: $0)) } ?? 1
    var writer = MarkdownWriter(seed: seed)
    var shown = 0
    for index in 0..<Self.pages {
      let text = writer.page()
      let source = Source(file: "a", body: text, linesBefore: 0)
      var reader = BlockReader(source)
      // A mistake of the author's is an answer, too.
      guard let blocks = try? reader.read() else { continue }
      shown += 1
      for screen in Self.screens {
        let page = BlockPage(lesson: 1, screen: screen)
        let lines = page.lines(blocks)
        let widest = lines.map { displayWidth($0.text) }.max() ?? 0
        #expect(
          widest <= screen.width, "seed \(seed), page \(index): \(text)")
        #expect(
          isHarmless(render(lines, for: screen)),
          "seed \(seed), page \(index): \(text)")
      }
    }
    #expect(shown > 100)
  }

  @Test(arguments: [
    String(repeating: "> ", count: 38) + "deep",
    String(repeating: "- ", count: 19) + "deep",
    String(repeating: "*a **b ", count: 18)
      + String(repeating: "** *", count: 18),
    String(repeating: "word ", count: 20_000),
    "    " + String(repeating: "x", count: 50_000),
    String(repeating: "中", count: 20_000),
    String(repeating: "[", count: 5_000), String(repeating: "`", count: 5_000),
  ])
  func theDeepestAndTheLongestFit(text: String) throws {
    var reader = BlockReader(Source(file: "a", body: text, linesBefore: 0))
    let blocks = try reader.read()
    for screen in Self.screens {
      let page = BlockPage(lesson: 1, screen: screen)
      let lines = page.lines(blocks)
      #expect(lines.allSatisfy { displayWidth($0.text) <= screen.width })
    }
  }

  private static let pages =
    getenv("FUZZ_PAGES")
    .flatMap { Int(String(cString: $0)) } ?? 500

  private static let screens = [
    Screen(width: 24, colors: .sixteen, ascii: true),
    Screen(width: 16), Screen(width: 40, plain: true),
    Screen(width: 80, colors: .sixteen),
    Screen(width: 200, colors: .full, links: true),
  ]

  /// Whether the only escape sequences are those that `render` writes.
  private func isHarmless(_ text: String) -> Bool {
    let known = try? Regex(
      #"\x1B\[[0-9;]+m|\x1B\]8;;[\x21-\x7E]*?\x1B\\|\n"#)
    guard let known else { return false }
    return text.replacing(known, with: "").unicodeScalars.allSatisfy {
      $0.value >= 0x20 && !(0x7F..<0xA0).contains($0.value)
        && !(0x202A...0x202E).contains($0.value)
    }
  }
}

private struct MarkdownWriter {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  /// SplitMix64, so that a seed repeats a failure on every machine.
  private mutating func number(below count: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((z ^ (z >> 31)) % UInt64(count))
  }

  mutating func page() -> String {
    (0..<(1 + number(below: 40))).map { _ in
      Self.pieces[number(below: Self.pieces.count)]
    }.joined()
  }

  private static let pieces = [
    "word ", "a", "*", "**", "_", "`", "``", "$`x_i`$", "$`\\frac{a}{b}`$",
    "$", "\n", "\n", "\n\n", "\n\n", "# ", "## ", "- ", "1. ", "> ", "  ",
    "    ", "- [ ] ", "[!NOTE]\n", "> [!TIP]\n> ", "| a | b |\n", "|---|:-:|\n",
    "[text](https://a.org/", ")", "![alt](", "<b>", "<!-- x -->", "<br>",
    "<https://a.org/long/address/without/any/place/to/break/it/at/all>",
    "```\n", "```swift\n", "```swift cell=a\n", "```output\n",
    "```math\n\\sum_{i=1}^n \\frac{x_i}{y}\n```\n", "~~~\n", "---\n", "***\n",
    "\u{1B}[31m", "\u{1B}]0;title\u{7}", "\u{9B}2J", "\u{8}", "\u{0}", "\r",
    "\t", "\u{202E}", "\u{200B}", "中文字符，", "「全角」", "👩‍👩‍👧", "🇨🇭",
    "e\u{301}\u{302}\u{303}", "𝐱", "한국어", "&amp;", "&#27;", "\\", "\\*",
    String(repeating: "long", count: 30), String(repeating: "> ", count: 12),
    String(repeating: "中", count: 70), "let x = \"\\(y)\" // c\n",
    "line with two spaces  \nnext", "&#x9b;", "\u{2028}", "\u{AD}", "\u{A0}",
  ]
}

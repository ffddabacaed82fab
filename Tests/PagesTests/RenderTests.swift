import Testing

@testable import Pages

/// The bytes of a style: ECMA-48's parameters, and links as OSC 8.
struct RenderTests {
  private let strong = [Line([Span("a "), Span("b", .strong)])]

  @Test func withoutColoursThereAreNoEscapes() {
    #expect(render(strong, for: Screen()) == "a b\n")
    let plain = Screen(colors: .full, plain: true, links: true)
    #expect(render(strong, for: plain) == "a b\n")
    let link = [Line([Span("b", .link, destination: "https://a.org")])]
    #expect(render(link, for: plain) == "b\n")
  }

  @Test func stylesAreSetAndReset() {
    let screen = Screen(colors: .sixteen)
    #expect(render(strong, for: screen) == "a \u{1B}[1mb\u{1B}[0m\n")
    let bad = [Line([Span("x", [.bad, .strong])])]
    #expect(render(bad, for: screen) == "\u{1B}[1;31mx\u{1B}[0m\n")
  }

  @Test func lightAndDarkDiffer() {
    // On a light background the colors are dark, so that they can be read.
    func brightness(_ style: Style, _ background: Screen.Background) -> Int? {
      let screen = Screen(colors: .full, background: background)
      let text = render([Line([Span("x", style)])], for: screen)
      // `38;5;N`: 16 + 36 red + 6 green + blue, each from 0 to 5.
      guard let range = text.firstRange(of: "38;5;"),
        let number = Int(text[range.upperBound...].prefix { $0.isNumber }),
        (16..<232).contains(number)
      else { return nil }
      let cube = number - 16
      return 3 * (cube / 36) + 6 * (cube / 6 % 6) + cube % 6
    }
    for style in [Style.keyword, .string, .number, .type] {
      guard let dark = brightness(style, .dark),
        let light = brightness(style, .light)
      else { continue }
      #expect(light < dark, "\(style)")
    }
    #expect(brightness(.keyword, .dark) != nil)
  }

  @Test func linksAreFollowedWhereTheTerminalCan() {
    let screen = Screen(links: true)
    func shown(_ address: String) -> String {
      render([Line([Span("x", destination: address)])], for: screen)
    }
    #expect(
      shown("https://a.org/é\u{1B}\\ b")
        == "\u{1B}]8;;https://a.org/%C3%A9%1B\\%20b\u{1B}\\x"
        + "\u{1B}]8;;\u{1B}\\\n")
    #expect(shown("javascript:alert(1)") == "x\n")
    #expect(shown("../02-classification/lesson.md") == "x\n")
  }
}

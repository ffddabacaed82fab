import Testing

@testable import Pages

/// The bytes of a style: ECMA-48's parameters, and links as OSC 8.
struct RenderTests {
  private let strong = [Line([Span("a "), Span("b", .strong)])]

  @Test func withoutColoursThereAreNoEscapes() {
    #expect(render(strong, for: Screen()) == "a b\n")
    let plain = Screen(colours: .full, plain: true, links: true)
    #expect(render(strong, for: plain) == "a b\n")
    let link = [Line([Span("b", .link, destination: "https://a.org")])]
    #expect(render(link, for: plain) == "b\n")
  }

  @Test func stylesAreSetAndReset() {
    let screen = Screen(colours: .sixteen)
    #expect(render(strong, for: screen) == "a \u{1B}[1mb\u{1B}[0m\n")
    let bad = [Line([Span("x", [.bad, .strong])])]
    #expect(render(bad, for: screen) == "\u{1B}[1;31mx\u{1B}[0m\n")
  }

  @Test func lightAndDarkDiffer() {
    let line = [Line([Span("x", .keyword)])]
    let dark = Screen(colours: .full, background: .dark)
    let light = Screen(colours: .full, background: .light)
    #expect(render(line, for: dark) != render(line, for: light))
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

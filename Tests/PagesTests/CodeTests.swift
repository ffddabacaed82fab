import Testing

@testable import Pages

struct CodeTests {
  @Test func swiftIsToldApart() {
    let code = """
      let x = [1.5, 0x1F] // a "comment"
      func f(_ t: Tensor) -> Float { "a\\"b" + #"\\"# }
      /* one /* two */
      three */ @main for i in 0..<10 {}
      """
    var found: [Style: [String]] = [:]
    for span in highlighted(code).joined() {
      found[span.style, default: []].append(span.text)
    }
    #expect(found[.keyword] == ["let", "func", "@main", "for", "in"])
    #expect(found[.number] == ["1.5", "0x1F", "0", "10"])
    #expect(found[.type] == ["Tensor", "Float"])
    #expect(found[.string] == ["\"a\\\"b\"", "#\"\\\"#"])
    #expect(
      found[.comment] == ["// a \"comment\"", "/* one /* two */", "three */"])
  }

  @Test(arguments: [
    "", "\n", "a\n\nb", "\"open\nlet x", "/* open", "#\"open", "\"\"\"\nx\n",
    "\"\\", "🙂 let 变量 = \"é\"\n", "#", "@", "1..", "a\"\"\"b\"\"\"c",
  ])
  func nothingIsLost(code: String) {
    let lines = highlighted(code).map { $0.map(\.text).joined() }
    var expected = code.split(
      separator: "\n", omittingEmptySubsequences: false
    ).map(String.init)
    if expected.last == "" { expected.removeLast() }
    #expect(lines == expected)
  }

  @Test func longLinesGoOnAfterAMark() {
    let screen = Screen(width: 24)
    let lines = code("let total = first + second + third\n", on: screen)
    #expect(
      lines.map(\.text) == [
        "    let total = first + ", "    ↳ second + third",
      ])
    let word = code(String(repeating: "a", count: 41), on: screen)
    #expect(
      word.map(\.text.count) == [24, 24, 9] && word.count == 3)
  }

  @Test func tabsAreSpaces() {
    #expect(expandingTabs("\ta\tb") == "    a   b")
  }
}

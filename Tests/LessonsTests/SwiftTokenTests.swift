import Testing

@testable import Lessons

@Suite("Tokens of Swift")
struct SwiftTokenTests {
  @Test(arguments: [
    ("1...axes", ["1", "...", "axes"]),
    ("0..<5.5", ["0", "..<", "5.5"]),
    ("1e-5+0x1F", ["1e-5", "+", "0x1F"]),
    ("a.b(-c)", ["a", ".", "b", "(", "-", "c", ")"]),
    ("$0 += $1//x", ["$0", " ", "+=", " ", "$1", "//x"]),
    ("a/*b/*c*/*/==d", ["a", "/*b/*c*/*/", "==", "d"]),
    (##"#"a"b"#+"\"c""##, [##"#"a"b"#"##, "+", #""\"c""#]),
    ("-> [Float]", ["->", " ", "[", "Float", "]"]),
    ("été = `x`", ["été", " ", "=", " ", "`", "x", "`"]),
  ])
  func areTheSmallestPieces(_ code: String, _ wanted: [String]) {
    #expect(swiftTokens(code).map(\.text) == wanted)
  }

  @Test func haveKinds() {
    let kinds = swiftTokens("let x: Int = max(1, \"a\") // b").filter {
      $0.kind != .space
    }.map(\.kind)
    #expect(
      kinds == [
        .keyword, .name, .punctuation, .type, .operator, .name, .punctuation,
        .number, .punctuation, .string, .punctuation, .comment,
      ])
  }
}

import Testing

@testable import Audits

@Suite("Code without comments and white space")
struct CopyTests {
  @Test(arguments: [
    ("// a\nlet x = 1 // b\n", "letx=1"), ("a /* b /* c */ d */ + e", "a+e"),
    (#"print("a // b \" c", 2)  // d"#, #"print("a // b \" c",2)"#),
    (
      "let t = \"\"\"\n  // \"a\"\n  \"\"\" // c",
      "lett=\"\"\"\n  // \"a\"\n  \"\"\""
    ),
    ("\"open", "\"open"), ("a / b", "a/b"),
  ])
  func isWhatIsCompared(_ code: String, _ wanted: String) {
    #expect(bareCode(code) == wanted)
  }
}

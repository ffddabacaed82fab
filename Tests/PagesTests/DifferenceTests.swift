import Testing

@testable import Pages

/// Compared with what `diff -u` answers, written out by hand.
struct DifferenceTests {
  private let ten = (1...10).map { "\($0)\n" }.joined()

  /// The hunks as `diff -u` prints them below its first two lines.
  private func unified(_ old: String, _ new: String) -> String {
    hunks(from: old, to: new).map { hunk in
      hunk.header + "\n"
        + hunk.lines.map { line in
          switch line.kind {
          case .same: " \(line.text)\n"
          case .removed: "-\(line.text)\n"
          case .added: "+\(line.text)\n"
          }
        }.joined()
    }.joined()
  }

  @Test func equalTextsHaveNoHunk() {
    #expect(unified(ten, ten) == "")
    #expect(unified("", "") == "")
  }

  @Test func aChangedLineHasThreeAroundIt() {
    #expect(
      unified(ten, ten.replacing("5\n", with: "five\n")) == """
        @@ -2,7 +2,7 @@
         2
         3
         4
        -5
        +five
         6
         7
         8

        """)
  }

  @Test func changesFarApartAreTwoHunks() {
    let changed = "0\n" + ten.replacing("10\n", with: "")
    #expect(
      unified(ten, changed) == """
        @@ -1,3 +1,4 @@
        +0
         1
         2
         3
        @@ -7,4 +8,3 @@
         7
         8
         9
        -10

        """)
  }

  @Test func emptyTextsNameTheLineBefore() {
    #expect(unified("", "a\n") == "@@ -0,0 +1 @@\n+a\n")
    #expect(unified("a\nb\n", "") == "@@ -1,2 +0,0 @@\n-a\n-b\n")
  }

  @Test func aLastLineThatDoesNotEndSaysSo() {
    #expect(
      unified("a\n", "a") == """
        @@ -1 +1 @@
        -a
        +a
        \\ No newline at end of file

        """)
  }

  @Test func removedLinesStandBeforeAddedOnes() {
    #expect(
      unified("a\nb\nc\nd\n", "a\nx\ny\nd\n") == """
        @@ -1,4 +1,4 @@
         a
        -b
        -c
        +x
        +y
         d

        """)
  }

  @Test func thePageKeepsItsWidth() {
    let long = String(repeating: "long ", count: 30) + "\n"
    let lines = diffPage(
      from: ten, named: "old", to: ten + long, named: "new",
      on: Screen(width: 30))
    #expect(lines.allSatisfy { $0.text.count <= 30 })
    #expect(lines[0].text == "--- old")
    #expect(lines[2].text == "@@ -8,3 +8,4 @@")
  }

  @Test func inWordsEveryLineSaysWhatItIs() {
    let lines = diffPage(
      from: "a\n", named: "old", to: "b\n\n", named: "new",
      on: Screen(plain: true))
    #expect(
      lines.map(\.text) == [
        "From old to new:", "", "At line 1:", "removed: a", "added: b",
        "added: (empty line)",
      ])
  }
}

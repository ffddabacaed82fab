import Lessons
import Testing

@testable import Pages

/// The pieces that pages are composed of.
struct PartsTests {
  private let rows: [[[Span]]] = [
    [["softmax"], [Span("passed", .good)], ["3"]],
    [["损失"], ["failed"], ["10"]],
  ]

  @Test func aTableAlignsItsColumns() {
    let lines = table(
      header: [["name"], ["state"], ["points"]], rows: rows,
      alignments: [.leading, .center, .trailing], on: Screen(width: 40))
    #expect(
      lines.map(\.text) == [
        "name    │ state  │ points",
        "────────┼────────┼───────",
        "softmax │ passed │      3",
        "损失    │ failed │     10",
      ])
  }

  @Test(arguments: [
    Screen(width: 24), Screen(width: 80, plain: true),
  ])
  func aTableWithoutRoomOrDrawingIsCards(screen: Screen) {
    let lines = table(
      header: [["name"], ["state"], ["points"]], rows: rows, on: screen)
    #expect(
      lines.map(\.text) == [
        "name: softmax", "state: passed", "points: 3", "",
        "name: 损失", "state: failed", "points: 10",
      ])
  }

  @Test(arguments: [
    (0, "········ 0 of 4"), (1, "██······ 1 of 4"), (4, "████████ 4 of 4"),
  ])
  func aBarShowsHowMuchIsDone(done: Int, expected: String) {
    let bar = progressBar(done: done, of: 4, width: 8, on: Screen())
    #expect(bar.text == expected)
  }

  @Test func aBarKnowsEighthsAndItsLimits() {
    let screen = Screen()
    #expect(
      progressBar(done: 5, of: 16, width: 4, on: screen).text
        == "█▎·· 5 of 16")
    #expect(progressBar(done: 9, of: 3, width: 2, on: screen).text.count == 9)
    #expect(progressBar(done: 0, of: 0, on: screen).text == "0 of 0")
    let plain = Screen(plain: true)
    #expect(progressBar(done: 1, of: 4, on: plain).text == "1 of 4")
  }

  @Test func headingsAreUnderlinedOrMarked() {
    let drawn = heading([Span("软最大")], level: 1, on: Screen())
    #expect(drawn.map(\.text) == ["软最大", "══════"])
    let plain = heading([Span("软最大")], level: 2, on: Screen(plain: true))
    #expect(plain.map(\.text) == ["## 软最大"])
  }

  @Test func paragraphsReadMarkdown() {
    let lines = paragraph(
      markdown: "Each *row* of `x` sums to $`\\frac12`$.", indent: 2,
      on: Screen(width: 24))
    #expect(
      lines.map(\.text) == ["  Each row of `x` sums", "  to 1/2."])
  }
}

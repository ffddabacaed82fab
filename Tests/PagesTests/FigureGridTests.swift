import Plots
import Testing

@testable import Pages

@Suite("A lesson's pictures in the terminal")
struct FigureGridTests {
  private let drawings = Drawings([
    LessonFigure("clothes", "two pictures") {
      .images(
        ImageGrid(
          columns: 2, perRow: 2,
          [
            .init([0, 255, 255, 0], "boot", predicted: "boot"),
            .init([9, 9, 9, 9], "shirt", predicted: "coat"),
          ]))
    }
  ])

  private func shown(_ screen: Screen) -> [String] {
    drawings.lines("figures/clothes.svg", on: screen).map(\.text)
  }

  @Test func aWrongPredictionIsCrossedOut() {
    let lines = shown(Screen(width: 40, colors: .full)).joined(separator: "\n")
    #expect(lines.contains("▀"))
    // The pictures have two pixels a row, and the words as many cells.
    #expect(lines.contains("✗") && lines.contains("✓"))
  }

  @Test func wordsAloneWhereNothingIsDrawn() {
    #expect(shown(Screen(plain: true)).isEmpty)
    #expect(shown(Screen(ascii: true)).isEmpty)
  }
}

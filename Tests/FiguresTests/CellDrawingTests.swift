import Testing

@testable import Figures

@Suite("Figures drawn with characters")
struct CellDrawingTests {
  private let chart = Figure.chart(
    Chart(
      "Up", x: Axis("x", 0...10), y: Axis("y", 0...1),
      [
        .init("line", [Point(0, 0), Point(10, 1)]),
        .init("dots", [Point(5, 0.2)], as: .points),
      ]))

  @Test func aChartFitsItsWidth() throws {
    for width in [24, 40, 76, 200] {
      let lines = try #require(chart.cells(width: width))
      #expect(lines.allSatisfy { $0.text.count <= width })
    }
    #expect(chart.cells(width: 12) == nil)
  }

  @Test func aLineRisesAcrossTheChart() throws {
    let lines = try #require(chart.cells(width: 40)).map(\.text)
    #expect(lines[0] == "Up")
    #expect(lines[1] == "━ line  • dots  ")
    #expect(lines[2].hasPrefix("1.0 ┤"))
    let isDrawn: (Character) -> Bool = {
      ("\u{2801}"..."\u{28FF}").contains($0)
    }
    #expect(lines[2].last.map(isDrawn) == true)
    #expect(lines[15].hasPrefix("0.0 ┤"))
    #expect(lines[15].dropFirst(5).first.map(isDrawn) == true)
    #expect(lines.last?.hasSuffix("x") == true)
  }

  @Test func whatHasNoCharactersIsNil() {
    #expect(Figure.net(Net(layers: [["a"], ["b"]])).cells(width: 80) == nil)
    #expect(Figure.row([chart, .nested(Nested([]))]).cells(width: 80) == nil)
    #expect(Figure.row([chart, chart]).cells(width: 80)?.count == 39)
  }
}

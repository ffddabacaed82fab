import Testing

@testable import Plots

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
    #expect(lines[1] == "    y")
    #expect(lines[2].hasPrefix("1.0 ┤"))
    let isDrawn: (Character) -> Bool = {
      ("\u{2801}"..."\u{28FF}").contains($0)
    }
    #expect(lines[2].last.map(isDrawn) == true)
    #expect(lines[15].hasPrefix("0.0 ┤"))
    #expect(lines[15].dropFirst(5).first.map(isDrawn) == true)
    #expect(lines.last?.hasSuffix("x") == true)
    // Each name stands where it belongs, so that there is no legend.
    #expect(lines.contains { $0.contains("● dots") })
    #expect(lines.filter { $0.contains("line") }.count == 1)
  }

  @Test func namesWithoutRoomStandInALegend() throws {
    let crowd = (0..<5).map { index in
      Chart.Series("line \(index)", over: 0...1) { $0 + 0.01 * Double(index) }
    }
    let lines = try #require(
      Figure.chart(Chart(y: Axis("", 0...1.1), crowd)).cells(width: 44))
    #expect(lines[0].text == "━ line 0  ┅ line 1  ┉ line 2  ╍ line 3")
  }

  @Test(arguments: [24, 40, 76])
  func aPointIsSeenOnItsCurve(width: Int) throws {
    let curve = Figure.chart(
      Chart(
        x: Axis("x", 0...1), y: Axis("y", 0...1),
        [
          .init("at these", [Point(0.5, 0.5), Point(1, 1)], as: .points),
          .init("line", [Point(0, 0), Point(1, 1)]),
        ]))
    let drawing = try #require(curve.cells(width: width)).dropFirst()
    let points = drawing.flatMap(\.pieces).filter { $0.text.contains("●") }
    #expect(points.count == 2)
    #expect(points.allSatisfy { $0.color == .blue })
  }

  @Test func nestedBoxesHaveTheirNames() {
    let boxes = Figure.nested(Nested(["fruit", "apple"]))
    #expect(
      boxes.cells(width: 21)?.map(\.text) == [
        "┌─ fruit ───────────┐",
        "│ ┌─ apple ───────┐ │",
        "│ └───────────────┘ │",
        "└───────────────────┘",
      ])
    #expect(boxes.cells(width: 14) == nil)
    #expect(boxes.cells(width: 15)?.allSatisfy { $0.text.count == 15 } == true)
  }

  @Test func aNetHasItsNodesInColumns() throws {
    let net = Figure.net(
      Net(layers: [["a", "b"], ["", "", ""], ["c"]], captions: ["in"]))
    for width in [40, 60, 200] {
      let lines = try #require(net.cells(width: width)).map(\.text)
      #expect(lines.allSatisfy { $0.count <= width })
      let place = { (text: Character) in
        lines.compactMap { $0.firstIndex(of: text)?.utf16Offset(in: $0) }
      }
      #expect(place("a") == place("b"))
      #expect(Set(place("○")).count == 1 && place("○").count == 3)
      #expect(lines[3].contains("(c)"))
      #expect(lines.last?.contains("in") == true)
    }
    #expect(net.cells(width: 16) == nil)
  }

  @Test func barsAreAsLongAsTheirValues() throws {
    let bars = Figure.bars(
      Bars(
        y: Axis("share", 0...1),
        [(name: "all", value: 1), (name: "half", value: 0.5)]))
    let lines = try #require(bars.cells(width: 36)).map(\.text)
    #expect(
      lines == [
        " all │" + String(repeating: "█", count: 20) + " 1.00",
        "half │" + String(repeating: "█", count: 10) + " 0.50",
        "      share",
      ])
    let below = Figure.bars(Bars("", y: Axis(), [(name: "a", value: -1)]))
    #expect(below.cells(width: 80) == nil)
  }

  @Test func whatHasNoCharactersIsNil() {
    #expect(Figure.row([chart, .nested(Nested([]))]).cells(width: 80) == nil)
    #expect(Figure.row([chart, chart]).cells(width: 80)?.count == 39)
  }

  @Test func anImageIsShadedByTheMeanOfTwoPixels() throws {
    let grid = ImageGrid(
      columns: 2,
      [
        .init([0, 255, 0, 255, 255, 128, 0, 128], "boot", predicted: "bag"),
        .init([64, 0, 64, 0], "hat"),
      ])
    let lines = try #require(grid.cells(width: 7)).map(\.text)
    // Black is 0 of 4 shades, the mean 127.5 is 2, and white is 4.
    #expect(lines == [" █  ░ ", "▒▒  ha", "bo  ", "✗   "])
    #expect(grid.cells(width: 1) == nil)
  }
}

import Foundation
import Testing

@testable import Plots

@Suite("Figures drawn as SVG")
struct DrawingTests {
  @Test(arguments: [
    (0.0, 1.0, ["0.0", "0.2", "0.4", "0.6", "0.8", "1.0"]),
    (-3, 3, ["−3", "−2", "−1", "0", "1", "2", "3"]),
    (0, 0.45, ["0.0", "0.1", "0.2", "0.3", "0.4"]),
    (0, 60_000, ["0", "10000", "20000", "30000", "40000", "50000", "60000"]),
  ])
  func ticksAreRoundNumbers(
    _ low: Double, _ high: Double, _ labels: [String]
  ) {
    #expect(niceTicks(in: low...high).map(\.label) == labels)
  }

  @Test func aLabelHasItsDecimals() {
    #expect(label(-0.05, decimals: 2) == "−0.05")
    #expect(label(12, decimals: 0) == "12")
    #expect(label(-0.001, decimals: 2) == "0.00")
  }

  @Test func theSameFigureGivesTheSameBytes() {
    let figure = LessonFigure("f", "<A> & \"B\"") {
      .row([
        .chart(
          Chart(
            "title", x: Axis("x", logarithmic: true), y: Axis("y"),
            [
              .init("line", [Point(1, 2), Point(10, 3)]),
              .init("points", [Point(2, 2)], as: .points),
              .init("", [Point(1, 2), Point(3, 3)], as: .segments),
            ])),
        .bars(
          Bars(
            y: Axis("n"), [(name: "一", value: 2), (name: "二", value: -1)])),
        .net(Net(layers: [["a", "b"], ["c"]], captions: ["in", "out"])),
        .images(
          ImageGrid(columns: 2, [.init([0, 255, 255, 16], "boot")])),
        .nested(Nested(["AI", "ML"])),
      ])
    }
    #expect(figure.svg == figure.svg)
    #expect(figure.svg.contains(#"role="img""#))
    #expect(figure.svg.contains("<title id=\"title\">&lt;A&gt; &amp; &quot;B"))
    #expect(!figure.svg.contains("nan") && !figure.svg.contains("inf"))
  }

  @Test func whatLeavesTheFrameIsCut() {
    let chart = Chart(
      x: Axis("", 0...1), y: Axis("", 0...1),
      [.init("", [Point(0, 0), Point(0.5, 0.5), Point(0.6, .infinity)])])
    #expect(!LessonFigure("c", "c") { .chart(chart) }.svg.contains("inf"))
  }
}

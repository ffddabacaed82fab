import Testing

@testable import Plots

@Suite("Heat maps")
struct HeatMapTests {
  private let map = HeatMap(
    "weights", rows: ["a", "bb"], columns: ["x", "y", "z"],
    [[-2, 0, 1], [0.5, 2, -0.1]])

  @Test func theTableIsReadWithoutColor() {
    #expect(
      map.printed(width: 40) == """
        weights
                x       y       z
         a  −2.00█   0.00    1.00▒
        bb   0.50░   2.00█  −0.10░
        """)
  }

  @Test func aNegativeShadeIsRedAndAPositiveOneBlue() throws {
    let lines = try #require(map.cells(width: 40))
    let shades = lines[2].pieces.filter { "░▒▓█".contains($0.text) }
    #expect(shades.map(\.color) == [.red, .blue])
  }

  @Test func countsHaveNoDecimals() {
    let counts = HeatMap(rows: ["cat"], columns: ["cat", "dog"], [[8, 1]])
    #expect(counts.printed(width: 30).hasSuffix("cat    8█    1░"))
  }

  @Test func namesAreCutAndNumbersAreNot() {
    let wide = HeatMap(
      rows: ["r"], columns: ["pullover", "t-shirt"], [[814, 7]])
    #expect(
      wide.printed(width: 14) == """
           pul   t-s
        r  814█    7░
        """)
    #expect(wide.printed(width: 12).contains("save it as SVG"))
  }

  /// The fills of the cells, by the number in them.
  private func fills(_ svg: String) -> [Substring: [Int]] {
    let cell =
      /fill="rgb\((\d+),(\d+),(\d+)\)"\/>\n<text[^>]*>([^<]*)<\/text>/
    return svg.matches(of: cell).reduce(into: [:]) {
      $0[$1.4] = [$1.1, $1.2, $1.3].compactMap { Int($0) }
    }
  }

  @Test func aCellOfTheFileHasItsNumberAndItsShade() throws {
    let fills = fills(map.svg())
    #expect(
      Set(fills.keys) == ["−2.00", "0.00", "1.00", "0.50", "2.00", "−0.10"])
    let (strong, weak) = (try #require(fills["2.00"]), fills["0.50"])
    let negative = try #require(fills["−2.00"])
    #expect(strong[0] < strong[2], "blue: less red than blue")
    #expect(negative[0] > negative[2], "red: more red than blue")
    #expect(try #require(weak)[0] > strong[0], "the weaker one is paler")
  }

  @Test func whatIsNoNumberIsShownAsItIs() {
    let odd = HeatMap(
      rows: ["r"], columns: ["a", "b", "c"], [[.nan, .infinity, 1.5]])
    #expect(odd.description.contains("nan"))
    #expect(odd.description.contains("inf█"))
    #expect(!HeatMap(rows: [], columns: [], [[Double]]()).svg().isEmpty)
  }
}

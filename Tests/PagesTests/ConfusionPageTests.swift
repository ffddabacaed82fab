import Pages
import Testing

@Suite("Confusion")
struct ConfusionPageTests {
  private let names = ["t-shirt", "ankle boot", "bag"]
  private let counts = [[700, 60, 240], [0, 1_000, 0], [4, 400, 596]]

  @Test func sharesAreShadesAndCommonMistakesAreMarked() {
    let lines = confusionPage(counts, names: names, on: Screen(width: 80))
      .map(\.text)
    #expect(lines[0].contains("ankle boot"))
    let cells = lines.dropFirst(2).prefix(3).map { line in
      line.split(separator: "│").dropFirst().map { $0.filter { $0 != " " } }
    }
    #expect(
      cells == [
        ["700▓", "60░", "240!░"], ["0", "1000█", "0"], ["4", "400!▒", "596▓"],
      ])
  }

  @Test func aNarrowScreenCutsTheNamesOfColumns() {
    let screen = Screen(width: 40)
    let lines = confusionPage(counts, names: names, on: screen).map(\.text)
    #expect(lines[0].contains("ankle b"))
    #expect(!lines[0].contains("ankle boot"))
    #expect(lines.allSatisfy { $0.count <= 40 })
  }
}

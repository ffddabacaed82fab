import Lessons
import Testing

@testable import Pages

/// What a locale without Unicode gets.
struct ASCIITests {
  private let screen = Screen(width: 40, ascii: true)

  @Test func drawingsKeepTheirWidth() {
    let drawn = "─═│┼•▌▸○✓✗↳█▏·⠿⠀“…”"
    let ascii = asciiDrawing(drawn)
    #expect(ascii.utf8.allSatisfy { $0 < 0x80 })
    #expect(ascii.count == drawn.count)
  }

  @Test func wordsStayAndAreMeasured() {
    let lines = table(
      header: [["name"], ["n"]], rows: [[["损失"], ["1"]]], on: screen)
    #expect(
      render(lines, for: screen) == "name | n\n-----+--\n损失 | 1\n")
  }

  @Test func formulasAreWords() {
    let lines = paragraph(markdown: "So $`\\hat y \\le 1`$ … → end", on: screen)
    #expect(
      render(lines, for: screen)
        == "So y hat is at most 1 ... -> end\n"
        || render(lines, for: screen).hasPrefix("So y hat "))
    #expect(render(lines, for: screen).utf8.allSatisfy { $0 < 0x80 })
  }
}

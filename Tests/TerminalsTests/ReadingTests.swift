import Pages
import Terminals
import Testing

@Suite("Reading")
struct ReadingTests {
  /// Twelve rows, then a figure of six, then twelve more, in two sections.
  private func text() -> Reading {
    var lines = (1...12).map { Line([Span("above \($0)")]) }
    lines[0].mark = .section("one")
    for row in 1...6 {
      var line = Line([Span("figure \(row)")])
      line.holdsNext = row < 6
      lines.append(line)
    }
    lines += (1...12).map { Line([Span("below \($0)")]) }
    lines[18].mark = .section("two")
    return Reading(lines, on: Screen())
  }

  private func expect(
    _ text: inout Reading, _ height: Int,
    at place: SourceLocation = #_sourceLocation,
    _ holds: ([String]) -> Bool
  ) {
    let shown = text.visible(height)
    #expect(holds(shown), "\(shown)", sourceLocation: place)
  }

  @Test func aFigureIsNotCutByTheEndOfAPage() {
    var text = text()
    let first = text.visible(15)
    #expect(first.count == 15)
    #expect(first[11] == "above 12")
    #expect(first[12...].joined().isEmpty)
    #expect(text.position(15) == "40 %")
    _ = text.move(.character(" "), height: 15)
    expect(&text, 15) { $0.first == "figure 1" }
    #expect(text.section == "one")
    _ = text.move(.character(" "), height: 15)
    expect(&text, 15) { $0.first == "below 10" }
    #expect(text.section == "two")
    #expect(text.position(15) == "end")
    // There is no page after the last.
    _ = text.move(.pageDown, height: 15)
    expect(&text, 15) { $0.first == "below 10" }
    _ = text.move(.character("b"), height: 15)
    expect(&text, 15) { $0.first == "figure 1" }
    _ = text.move(.pageUp, height: 15)
    expect(&text, 15) { $0 == first }
  }

  @Test func aFigureThatFillsMoreThanThePageIsCut() {
    var text = text()
    _ = text.move(.character(" "), height: 12)
    expect(&text, 5) { $0 == (1...5).map { "figure \($0)" } }
    _ = text.move(.character(" "), height: 5)
    expect(&text, 5) { $0.first == "figure 6" }
  }

  @Test func linesScrollWithoutGaps() {
    var text = text()
    _ = text.move(.down, height: 15)
    let shown = text.visible(15)
    #expect(shown.first == "above 2" && shown.last == "figure 4")
    _ = text.move(.end, height: 15)
    expect(&text, 15) { $0.last == "below 12" }
    expect(&text, 15) { $0.first == "figure 4" }
  }

  @Test func sectionsAndWordsAreFound() {
    var text = text()
    _ = text.move(.character("]"), height: 15)
    expect(&text, 15) { $0.first == "below 1" }
    _ = text.move(.character("["), height: 15)
    expect(&text, 15) { $0.first == "above 1" }
    let found = [
      text.find("FIGURE"), text.find("figure 6"), text.find("below"),
    ]
    #expect(found == [true, true, true])
    expect(&text, 3) { $0.first == "below 1" }
    // After the last place comes the first.
    let again = text.find("above 3")
    #expect(again)
    expect(&text, 3) { $0.first == "above 3" }
    let missing = text.find("nowhere")
    #expect(!missing)
    expect(&text, 3) { $0.first == "above 3" }
    text.go(to: .section("two"))
    #expect(text.section == "two")
  }
}

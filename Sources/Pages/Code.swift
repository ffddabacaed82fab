import Maths

/// Code as it stands, moved right; a line too long goes on after `↳`.
package func code(
  _ text: String, language: String = "swift", style: Style = .code,
  indent: Int = 4, on screen: Screen
) -> [Line] {
  let lines =
    language == "swift" && !screen.plain
    ? highlighted(text) : unhighlighted(text, style)
  let indent = min(indent, screen.width / 4)
  let width = screen.width - indent
  let mark: Span = screen.plain ? "  " : Span("↳ ", .dim)
  return lines.flatMap { cut($0, width: width, mark: mark) }
    .indented(by: indent)
}

/// A line of code in pieces that fit; all but the first follow a mark.
///
/// It is cut at the last space of a piece's second half, if there is one.
private func cut(_ spans: [Span], width: Int, mark: Span) -> [Line] {
  guard Pages.width(spans) > width else { return [Line(spans)] }
  let pieces = spans.flatMap { span in span.text.map { span.with(String($0)) } }
  var lines: [Line] = []
  var start = 0
  while start < pieces.count {
    let room = width - (lines.isEmpty ? 0 : 2)
    let end = end(of: pieces[start...], room: room)
    let prefix = lines.isEmpty ? [] : [mark]
    lines.append(Line(prefix + pieces[start..<end]))
    start = end
  }
  return lines
}

/// Where to cut pieces of one character each so that they fit; some do.
private func end(of pieces: ArraySlice<Span>, room: Int) -> Int {
  var column = 0
  var space: Int?
  for index in pieces.indices {
    column += displayWidth(pieces[index].text)
    if column > room { return space ?? max(index, pieces.startIndex + 1) }
    if pieces[index].text == " ", column > room / 2 { space = index + 1 }
  }
  return pieces.endIndex
}

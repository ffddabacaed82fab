import Maths

/// Lays out code as it is, indented; long lines continue after `↳`.
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

/// Cuts a line of code into lines that fit; all but the first follow `mark`.
///
/// Each is cut after the last space in its second half, if there is one.
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

/// The index before which to cut so that the pieces fit into `room` columns.
///
/// A piece is one character. At least one is taken, even if it is too wide.
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

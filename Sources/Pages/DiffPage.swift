/// The differences between two texts, as `diff -u` shows them.
///
/// A plain screen gets them in words.
package func diffPage(
  from old: String, named oldName: String, to new: String,
  named newName: String, on screen: Screen
) -> [Line] {
  let hunks = hunks(from: old, to: new)
  if hunks.isEmpty {
    return paragraph(
      "No difference between \(oldName) and \(newName).", on: screen)
  }
  if screen.plain {
    let names = "From \(oldName) to \(newName):"
    return paragraph(names, on: screen) + hunks.flatMap { inWords($0, screen) }
  }
  let names = [("--- " + oldName, Style.bad), ("+++ " + newName, .good)]
  return names.flatMap { wrap([Span($0, $1)], width: screen.width) }
    + hunks.flatMap { unified($0, screen) }
}

private func unified(_ hunk: Hunk, _ screen: Screen) -> [Line] {
  [Line([Span(hunk.header, .number)])]
    + hunk.lines.flatMap { line in
      switch line.kind {
      case .same: marked(" ", line.text, [], screen)
      case .removed: marked("-", line.text, .bad, screen)
      case .added: marked("+", line.text, .good, screen)
      }
    }
}

private func inWords(_ hunk: Hunk, _ screen: Screen) -> [Line] {
  let place = Line([Span("At line \(hunk.newStart):")])
  return ["", place]
    + hunk.lines.flatMap { line in
      switch line.kind {
      case .same: marked("unchanged: ", line.text, [], screen)
      case .removed: marked("removed: ", line.text, [], screen)
      case .added: marked("added: ", line.text, [], screen)
      }
    }
}

/// A line after its mark, with continuation lines indented by its width.
private func marked(
  _ mark: String, _ text: String, _ style: Style, _ screen: Screen
) -> [Line] {
  let pieces = text.split(separator: "\n", omittingEmptySubsequences: false)
  let space = String(repeating: " ", count: mark.utf8.count)
  let lines = code(
    String(pieces.first ?? ""), language: "", style: style, indent: 0,
    on: screen.narrowed(by: mark.utf8.count))
  let first: [Line] =
    lines.isEmpty
    ? [Line([Span(screen.plain ? mark + "(empty line)" : mark, style)])]
    : lines.prefixed(Span(mark, style), Span(space))
  let rest = pieces.dropFirst().map { Line([Span(String($0), .dim)]) }
  return first + rest
}

/// The title above a cell's output.
package func cellTitle(_ name: String, on screen: Screen) -> [Line] {
  wrap([Span("cell \(name)", .heading)], width: screen.width)
}

/// One line that a cell printed.
package func cellOutput(_ line: String, on screen: Screen) -> [Line] {
  let lines = code(
    line, language: "", style: .output, indent: 2, on: screen)
  return lines.isEmpty ? [""] : lines
}

/// The output that the lesson shows, when a cell printed something else.
package func differencePage(
  lesson output: String, on screen: Screen
) -> [Line] {
  paragraph(
    "This differs from the lesson's output:", .warning, indent: 2, on: screen)
    + code(output, language: "", style: .dim, indent: 4, on: screen)
}

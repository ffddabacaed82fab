package import Lessons
import Maths

/// A table in columns, or as a card for each row.
///
/// On a plain screen, or if the columns do not fit, a row becomes a card: its
/// cells below each other, each after the name of its column.
package func table(
  header: [[Span]], rows: [[[Span]]],
  alignments: [Table.Alignment] = [], on screen: Screen
) -> [Line] {
  let all = [header] + rows
  let widths = header.indices.map { column in
    all.map { $0.count > column ? width($0[column]) : 0 }.max() ?? 0
  }
  let total = widths.reduce(0, +) + 3 * max(widths.count - 1, 0)
  guard total <= screen.width, !screen.plain else {
    return cards(header: header, rows: rows, on: screen)
  }
  func line(_ cells: [[Span]], _ style: Style) -> Line {
    var line = Line()
    for (column, width) in widths.enumerated() {
      if column > 0 { line.append(Span(" │ ", .dim)) }
      let cell = cells.count > column ? cells[column] : []
      let alignment =
        alignments.count > column ? alignments[column] : .leading
      let isLast = column == widths.count - 1
      pad(cell, to: width, alignment, style, isLast: isLast, into: &line)
    }
    return line
  }
  let rule = widths.map { String(repeating: "─", count: $0) }
    .joined(separator: "─┼─")
  return [line(header, .strong), Line([Span(rule, .dim)])]
    + rows.map { line($0, []) }
}

private func pad(
  _ cell: [Span], to width: Int, _ alignment: Table.Alignment,
  _ style: Style, isLast: Bool, into line: inout Line
) {
  let gap = width - Pages.width(cell)
  let before =
    switch alignment {
    case .leading: 0
    case .center: gap / 2
    case .trailing: gap
    }
  line.append(Span(String(repeating: " ", count: before)))
  for span in cell {
    line.append(span.styled(style))
  }
  if !isLast { line.append(Span(String(repeating: " ", count: gap - before))) }
}

private func cards(
  header: [[Span]], rows: [[[Span]]], on screen: Screen
) -> [Line] {
  var lines: [Line] = []
  for row in rows {
    if !lines.isEmpty { lines.append("") }
    for (column, cell) in row.enumerated() where !cell.isEmpty {
      let name = header.count > column ? header[column] : []
      let label = name.map { $0.styled(.strong) }
      let colon = label.isEmpty ? [] : [Span(": ")]
      lines += wrap(label + colon + cell, width: screen.measure)
    }
  }
  return lines
}

func width(_ spans: [Span]) -> Int {
  spans.reduce(0) { $0 + displayWidth($1.text) }
}

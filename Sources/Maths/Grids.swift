// Matrices, cases and derivations.
extension Typesetter {
  func grid(_ grid: Grid) -> Box {
    switch grid.kind {
    case .aligned: aligned(cells(grid))
    case .matrix(let open, let close): matrix(grid, open, close)
    case .binomial: matrix(grid, "(", ")")
    case .cases:
      stacked ? cases(cells(grid)) : Box("{\(joined(cells(grid), " "))")
    }
  }

  private func matrix(_ grid: Grid, _ open: String, _ close: String) -> Box {
    stacked
      ? fenced(open, columns(cells(grid), gap: 2).centered, close)
      : Box("\(open)\(joined(cells(grid), ", "))\(close)")
  }

  private func cells(_ grid: Grid) -> [[Box]] {
    grid.rows.map { $0.map(box) }
  }

  private func joined(_ rows: [[Box]], _ separator: String) -> String {
    rows.map { row in
      row.map { $0.rows.joined(separator: "; ") }.joined(separator: separator)
    }.joined(separator: "; ")
  }

  private func widths(_ rows: [[Box]]) -> [Int] {
    let count = rows.map(\.count).max() ?? 0
    return (0..<count).map { column in
      rows.map { $0.count > column ? $0[column].width : 0 }.max() ?? 0
    }
  }

  /// Cells aligned in columns.
  private func columns(
    _ rows: [[Box]], gap: Int, aligned: Box.Alignment = .center
  ) -> Box {
    let widths = widths(rows)
    let space = Box(String(repeating: " ", count: gap))
    let lines = rows.map { row in
      var boxes: [Box] = []
      for (column, width) in widths.enumerated() {
        if column > 0 { boxes.append(space) }
        let cell = row.count > column ? row[column] : Box()
        boxes.append(cell.widened(to: width, aligned: aligned))
      }
      return Box.beside(boxes)
    }
    return Box.stack(lines, on: 0, aligned: .leading)
  }

  private func cases(_ rows: [[Box]]) -> Box {
    // An empty row between two cases makes room for the middle of the brace.
    let apart = rows.count == 2 ? [rows[0], [], rows[1]] : rows
    let inside = columns(apart, gap: 2, aligned: .leading).centered
    return Box.beside([inside.bracket("{"), Box(" "), inside])
  }

  /// Rows whose columns are alternately aligned right and left, so that what
  /// follows each `&` lines up.
  private func aligned(_ rows: [[Box]]) -> Box {
    let widths = widths(rows)
    var lines: [Box] = []
    for row in rows {
      var boxes: [Box] = []
      for (column, width) in widths.enumerated() {
        if column > 0, widths[column - 1] > 0 {
          boxes.append(Box(column.isMultiple(of: 2) ? "   " : " "))
        }
        let cell = row.count > column ? row[column] : Box()
        boxes.append(
          cell.widened(
            to: width,
            aligned: column.isMultiple(of: 2) ? .trailing : .leading))
      }
      let line = Box.beside(boxes)
      if let last = lines.last, last.height > 1 || line.height > 1 {
        lines.append(Box())
      }
      lines.append(line)
    }
    let all = Box.stack(lines, on: 0, aligned: .leading)
    return lines.count > 1 ? all.centered : all
  }
}

/// The formula on one line; a derivation has a line for each of its rows.
package func inline(_ formula: Formula) -> String {
  Typesetter(stacked: false).box(formula).lines.joined(separator: "\n")
}

/// The formula in two dimensions, on lines of at most `width` columns.
///
/// What is too wide is broken before its relations, and what is still too
/// wide is said on one line, which may be wider.
package func display(_ formula: Formula, width: Int) -> [String] {
  let box = Typesetter(stacked: true).box(formula)
  if box.width <= width { return box.lines }
  if case .grid(let grid) = formula, grid.kind == .aligned {
    return grid.rows.flatMap { cells in
      display(.row(cells.flatMap(\.items)), width: width)
    }
  }
  let pieces = formula.brokenAtRelations
  guard pieces.count > 1 else {
    return Typesetter(stacked: false).box(formula).lines
  }
  var lines = display(pieces[0], width: width)
  for piece in pieces.dropFirst() {
    lines += display(piece, width: width - 2).map { "  " + $0 }
  }
  return lines
}

extension Box {
  /// The rows without spaces at their ends.
  fileprivate var lines: [String] {
    rows.map { row in
      var row = Substring(row)
      while row.last == " " { row.removeLast() }
      return String(row)
    }
  }
}

extension Formula {
  fileprivate var items: [Formula] {
    if case .row(let items) = self { items } else { [self] }
  }

  /// The parts of the row from one relation up to the next.
  fileprivate var brokenAtRelations: [Formula] {
    var pieces: [[Formula]] = [[]]
    for item in items {
      if item.role == .relation, pieces.last?.isEmpty == false {
        pieces.append([])
      }
      pieces[pieces.count - 1].append(item)
    }
    return pieces.map { .row($0) }
  }
}

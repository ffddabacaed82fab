/// The formula on one line; a derivation has a line for each of its rows.
package func inline(_ formula: Formula) -> String {
  Typesetter(stacked: false).box(formula).lines.joined(separator: "\n")
}

/// The formula in two dimensions, on lines of at most `width` columns.
///
/// What is too wide is broken before its relations, then before its
/// operations; what is still too wide is one line, which may be wider.
package func display(_ formula: Formula, width: Int) -> [String] {
  let box = Typesetter(stacked: true).box(formula)
  if box.width <= width { return box.lines }
  let parts = formula.parts
  guard parts.count > 1 else {
    return Typesetter(stacked: false).box(formula).lines
  }
  var lines: [String] = []
  var wasTall = false
  for (index, part) in parts.enumerated() {
    let indent = index > 0 ? part.indent : 0
    let drawn = display(part, width: width - indent)
    let isTall = Typesetter(stacked: true).box(part).height > 1
    // Drawings that touch each other cannot be read.
    if index > 0 && (isTall || wasTall) { lines.append("") }
    lines += drawn.map { String(repeating: " ", count: indent) + $0 }
    wasTall = isTall
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
  private var items: [Formula] {
    if case .row(let items) = self { items } else { [self] }
  }

  /// Stands before an operation that begins a line, so that it is not taken
  /// for a sign.
  private static let nothing = Formula.atom(Atom("", spoken: ""))

  /// How far the formula is moved right where it goes on from another; an
  /// operation has a gap of its own.
  fileprivate var indent: Int {
    items.first?.role == .relation ? 2 : items.first == .nothing ? 1 : 0
  }

  /// The pieces to break the formula into: the rows of a derivation, what
  /// begins with each relation, or what begins with each operation.
  fileprivate var parts: [Formula] {
    if case .grid(let grid) = self, grid.kind == .aligned {
      return grid.rows.map { .row($0.flatMap(\.items)) }
    }
    let parts = broken(before: .relation)
    return parts.count > 1 ? parts : broken(before: .binary)
  }

  private func broken(before role: Atom.Role) -> [Formula] {
    var pieces: [[Formula]] = [[]]
    for (index, item) in items.enumerated() {
      // What already begins the piece does not begin another.
      let begins =
        index == 0 || items[index - 1].role == .relation
        || items[index - 1] == .nothing
      if item.role == role, !begins {
        pieces.append(role == .binary ? [.nothing] : [])
      }
      pieces[pieces.count - 1].append(item)
    }
    return pieces.map { .row($0) }
  }
}

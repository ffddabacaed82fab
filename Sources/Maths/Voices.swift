/// The formula on one line; each row of a derivation is a line of its own.
package func inline(_ formula: Formula) -> String {
  Typesetter(stacked: false).box(formula).lines.joined(separator: "\n")
}

/// The formula in two dimensions, on lines of at most `width` columns.
///
/// A formula that is too wide is broken before its relations, or else before
/// its operations. A part that is still too wide becomes one line, which may
/// exceed `width`.
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
    // Drawings that touch each other are unreadable.
    if index > 0 && (isTall || wasTall) { lines.append("") }
    lines += drawn.map { String(repeating: " ", count: indent) + $0 }
    wasTall = isTall
  }
  return lines
}

extension Box {
  /// The rows without trailing spaces.
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

  /// Put before an operator at the start of a line, so that it is not read as a
  /// sign.
  private static let nothing = Formula.atom(Atom("", spoken: ""))

  /// The indent of a continuation line; an operator brings a gap of its own.
  fileprivate var indent: Int {
    items.first?.role == .relation ? 2 : items.first == .nothing ? 1 : 0
  }

  /// The pieces for breaking the formula: the rows of a derivation, or what
  /// starts with each relation, or with each operation.
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
      // An operator that is already at the start of a piece does not start
      // another.
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

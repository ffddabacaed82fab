// Groups brackets and bars with their contents for speech, which can announce
// the end only of what is grouped.
extension Formula {
  /// The formula without gaps, and with each `( … )` and `| … |` as one part,
  /// as if written with `\left` and `\right`.
  package var grouped: Formula {
    switch self {
    case .row(let items): Self.row(of: Self.grouped(items))
    case .atom, .words, .space: self
    case .fraction(let above, let below):
      .fraction(above.grouped, over: below.grouped)
    case .root(let inside, let index):
      .root(inside.grouped, index: index?.grouped)
    case .scripts(let base, let sub, let sup):
      .scripts(base.grouped, sub: sub?.grouped, sup: sup?.grouped)
    case .accent(let accent, let base): .accent(accent, base.grouped)
    case .fenced(let open, let inside, let close):
      .fenced(open, inside.grouped, close)
    case .grid(let grid):
      .grid(
        Grid(kind: grid.kind, rows: grid.rows.map { $0.map(\.grouped) }))
    }
  }

  private static func row(of items: [Formula]) -> Formula {
    items.count == 1 ? items[0] : .row(items)
  }

  private static func grouped(_ items: [Formula]) -> [Formula] {
    var open = OpenBrackets()
    for item in items {
      if case .space = item { continue }
      if item == .row([]) { continue }
      open.take(item)
    }
    return open.closed
  }
}

/// The part of a row that has been read, with the brackets still open.
private struct OpenBrackets {
  private var levels: [(opening: Atom?, items: [Formula])] = [(nil, [])]

  mutating func take(_ item: Formula) {
    guard let edge = item.bracket else { return append(item.grouped) }
    if edge.isBar ? closesBar(edge) : edge.role == .closing {
      close(edge, item)
    } else if case .atom = item {
      levels.append((edge, []))
    } else {
      append(item.grouped)
    }
  }

  /// The row; brackets that were never closed become plain symbols.
  var closed: [Formula] {
    var all = self
    while all.levels.count > 1 { all.dropLevel() }
    return all.levels[0].items
  }

  private mutating func append(_ item: Formula) {
    levels[levels.count - 1].items.append(item)
  }

  /// A bar closes the open one before it if it follows an operand.
  private func closesBar(_ bar: Atom) -> Bool {
    guard let level = levels.last, level.opening?.text == bar.text else {
      return false
    }
    return level.items.last?.isOperand == true
  }

  private mutating func close(_ edge: Atom, _ item: Formula) {
    let partner = levels.lastIndex { level in
      level.opening.map { $0.isBar == edge.isBar } ?? false
    }
    guard let partner else { return append(item.grouped) }
    while levels.count > partner + 1 { dropLevel() }
    let level = levels.removeLast()
    let inside = level.items.count == 1 ? level.items[0] : .row(level.items)
    let whole = Formula.fenced(level.opening?.text ?? "", inside, edge.text)
    if case .scripts(_, let sub, let sup) = item {
      append(.scripts(whole, sub: sub?.grouped, sup: sup?.grouped))
    } else {
      append(whole)
    }
  }

  /// Gives up a bracket without a partner; a single bar is read as in `y | x`.
  private mutating func dropLevel() {
    let level = levels.removeLast()
    guard var edge = level.opening else { return }
    if edge.text == "|" {
      edge = Atom("|", spoken: "given", role: .relation)
    } else if edge.text == "‖" {
      edge.spoken = "double bar"
    }
    levels[levels.count - 1].items += [.atom(edge)] + level.items
  }
}

extension Atom {
  fileprivate var isBar: Bool { text == "|" || text == "‖" }
}

extension Formula {
  /// The bracket or bar that this formula is, with or without scripts.
  fileprivate var bracket: Atom? {
    switch self {
    case .atom(let atom):
      "([{⟨⌊⌈)]}⟩⌋⌉|‖".contains(atom.text) ? atom : nil
    case .scripts(let base, _, _): base.bracket
    default: nil
    }
  }
}

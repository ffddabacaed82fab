extension Formula {
  /// The role that decides the gap before the formula.
  package var role: Atom.Role {
    switch self {
    case .atom(let atom): atom.role
    case .scripts(let base, _, _): base.role
    case .fraction: .large
    case .fenced(let open, _, _): open.isEmpty ? .ordinary : .opening
    case .space: .closing
    default: .ordinary
    }
  }

  /// The role that decides the gap after the formula.
  package var trailingRole: Atom.Role {
    switch self {
    case .scripts(let base, _, _): base.trailingRole
    case .fenced: .closing
    case .space: .opening
    default: role
    }
  }

  var isFraction: Bool {
    if case .fraction = self { true } else { false }
  }

  /// Whether the formula is a single unit, which needs no parentheses.
  var isFactor: Bool {
    switch self {
    case .atom(let atom): atom.role == .ordinary
    case .scripts(let base, _, _): base.isFactor
    case .words(let text): !text.contains(" ")
    case .accent, .root, .fenced, .grid: true
    case .row, .fraction, .space: false
    }
  }

  /// Whether the formula consists of factors without operators between them.
  var isProduct: Bool {
    guard case .row(let items) = self else { return isFactor }
    return items.indices.allSatisfy { index in
      switch items[index].role {
      case .ordinary, .opening, .closing: true
      case .function:
        index + 1 < items.count && items[index + 1].role == .opening
      default: false
      }
    }
  }

  /// Whether the formula is a differential: `dx` or `∂x`.
  var isDifferential: Bool {
    guard case .row(let items) = self, items.count == 2, items[1].isFactor,
      case .atom(let atom) = items[0]
    else { return false }
    return atom.text == "d" || atom.text == "∂"
  }
}

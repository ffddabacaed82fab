/// The formula in words, for listening; a derivation has a line for each of
/// its rows.
package func spoken(_ formula: Formula) -> String {
  if case .grid(let grid) = formula, grid.kind == .aligned {
    return grid.rows.map { Speech.text($0) }.joined(separator: "\n")
  }
  return Speech.text([formula])
}

private enum Speech {
  /// Words with single spaces, none of them inside a bracket's edge or
  /// before a comma.
  static func text(_ formulas: [Formula]) -> String {
    var text = ""
    for word in formulas.flatMap(words) where !word.isEmpty {
      let closes = ",;.)]}!".contains(word.first ?? " ")
      if closes && text.last == "," { text.removeLast() }
      let opened = text.last.map { "([{".contains($0) } ?? true
      if !closes && !opened { text += " " }
      text += word
    }
    return text
  }

  static func words(_ formula: Formula) -> [String] {
    switch formula {
    case .row(let items): row(items)
    case .atom(let atom): [atom.spoken]
    case .words(let text): text.split(separator: " ").map(String.init)
    case .space: []
    case .fraction(let above, let below):
      above.isSimple && below.isSimple
        ? words(above) + ["over"] + words(below)
        : ["the fraction"] + words(above) + ["over"] + words(below)
          + [", end of fraction,"]
    case .root(let inside, let index):
      (index.map { ["the root of order"] + words($0) + ["of"] }
        ?? ["the square root of"]) + words(inside)
        + (inside.isSimple ? [] : [", end of root,"])
    case .accent(let accent, let base):
      words(base) + [accent == .vec ? "vector" : accent.rawValue]
    case .fenced(let open, let inside, let close):
      [pairs[open] ?? open] + words(inside)
        + [pairs[open] == nil ? close : ""]
    case .scripts(let base, let sub, let sup): scripts(base, sub, sup)
    case .grid(let grid): self.grid(grid)
    }
  }

  private static let pairs = [
    "|": "the absolute value of", "‖": "the norm of",
    "⌊": "the floor of", "⌈": "the ceiling of",
  ]

  /// Bars stand in pairs: only the first of two is said.
  private static func row(_ items: [Formula]) -> [String] {
    var open: Set<String> = []
    return items.flatMap { item -> [String] in
      guard case .atom(let atom) = item, atom.role == .ordinary,
        let opening = pairs[atom.text]
      else { return words(item) }
      if open.remove(atom.text) != nil { return [] }
      open.insert(atom.text)
      return [opening]
    }
  }

  private static func scripts(
    _ base: Formula, _ sub: Formula?, _ sup: Formula?
  ) -> [String] {
    if case .atom(let atom) = base, atom.role == .large {
      return [atom.spoken] + limits(sub, sup) + ["of"]
    }
    if base.role == .function, let sub {
      if base == .atom(Atom("log", spoken: "log", role: .function)) {
        return ["log to base"] + words(sub) + ["of"]
      }
      return words(base) + ["over"] + words(sub) + ["of"]
    }
    let below = sub.map { ["sub"] + words($0) } ?? []
    return words(base) + below + (sup.map(power) ?? [])
  }

  /// Limits such as `i=1` and `n`: for i from 1 to n.
  private static func limits(_ sub: Formula?, _ sup: Formula?) -> [String] {
    guard let sub else { return [] }
    let below = words(sub)
    guard let equals = below.firstIndex(of: "equals") else {
      return ["over"] + below
    }
    let to = sup.map { ["to"] + words($0) } ?? []
    return ["for"] + below[..<equals] + ["from"] + below[(equals + 1)...] + to
  }

  private static func power(_ sup: Formula) -> [String] {
    let said = words(sup).joined(separator: " ")
    switch said {
    case "2": return ["squared"]
    case "3": return ["cubed"]
    case "minus 1": return ["inverse"]
    case "transpose", "prime", "degrees": return [said]
    case "times": return ["star"]
    default:
      if said.hasPrefix("(") { return ["number"] + words(sup) }
      return ["to the power"] + words(sup)
        + (sup.isSimple ? [] : [", end of power,"])
    }
  }

  private static func grid(_ grid: Grid) -> [String] {
    let rows = grid.rows.map { row in
      row.map { text([$0]) }.joined(
        separator: grid.kind == .cases ? " " : ", ")
    }
    switch grid.kind {
    case .aligned: return [rows.joined(separator: "; ")]
    case .matrix: return ["the matrix with rows", rows.joined(separator: "; ")]
    case .cases: return ["either", rows.joined(separator: ", or ")]
    }
  }
}

extension Formula {
  /// Whether the formula is heard as one thing.
  fileprivate var isSimple: Bool {
    switch self {
    case .row(let items):
      items.count < 3 && items.allSatisfy { $0.role == .ordinary }
    case .fraction: false
    default: isFactor
    }
  }
}

/// The formula in words, for listening; each row of a derivation is a line.
package func spoken(_ formula: Formula) -> String {
  // Alone, the symbol is described; after a letter, it is read as an operation.
  if case .atom(let atom) = formula, atom.text == "⊤" { return "a raised T" }
  guard case .grid(let grid) = formula else { return Speech.text(formula) }
  switch grid.kind {
  case .aligned: return Speech.lines(grid).joined(separator: "\n")
  case .binomial: return Speech.joined(Speech.choice(grid))
  default: return Speech.text(formula)
  }
}

/// The words of formulas.
enum Speech {
  /// A pause between words: becomes a comma unless punctuation or the end of
  /// the formula follows.
  static let pause = "\n"

  static func text(_ formula: Formula) -> String {
    joined(words(formula.grouped))
  }

  /// Words joined by single spaces, with none inside brackets or before a
  /// comma.
  static func joined(_ words: [String]) -> String {
    var text = ""
    var pauses = false
    for word in words where !word.isEmpty {
      if word == pause {
        pauses = true
        continue
      }
      let closes = word.first.map { ",;:.)]}".contains($0) } ?? false
      let ends = text.last.map { ",;:([{".contains($0) } ?? true
      if pauses && !closes && !ends { text += "," }
      pauses = false
      if word == "," && text.last == "," { continue }
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
    case .fraction(let above, let below): fraction(above, below)
    case .root(let inside, let index):
      (index.map { ["the root of order"] + words($0) + ["of"] }
        ?? ["the square root of"]) + words(inside)
        + (inside.isSimple ? [] : end("root"))
    case .accent(let accent, let base):
      (base.isSimple ? words(base) : ["("] + words(base) + [")"])
        + [accent.spoken]
    case .fenced(_, let inside, _) where formula.isSizeOfASet:
      ["the size of"] + words(inside)
    case .fenced(let open, let inside, let close):
      pairs[open].map { ["the \($0) of"] + words(inside) }
        ?? [edges[open] ?? ""] + words(inside) + [edges[close] ?? ""]
    case .scripts(let base, let sub, let sup): scripts(base, sub, sup)
    case .grid(let grid): self.grid(grid)
    }
  }

  /// Announces the end of a part whose end cannot be heard otherwise.
  static func end(_ name: String) -> [String] {
    [pause, "end of \(name)", pause]
  }

  /// The spoken names of bars and similar pairs around their contents.
  private static let pairs = [
    "|": "absolute value", "‖": "norm", "⌊": "floor", "⌈": "ceiling",
  ]

  private static let edges: [String: String] = [
    "(": "(", ")": ")", "[": "[", "]": "]", "{": "{", "}": "}",
    "⟨": "angle bracket", "⟩": "end of bracket", "/": "over",
  ]

  private static func fraction(
    _ above: Formula, _ below: Formula
  ) -> [String] {
    if let derivative = Derivative(above, below) { return derivative.words }
    if above.isSimple && below.isSimple {
      return words(above) + ["over"] + words(below)
    }
    let parts =
      above.saysOver || below.saysOver
      ? ["with numerator"] + words(above) + ["and denominator"] + words(below)
      : words(above) + ["over"] + words(below)
    return ["the fraction"] + parts + end("fraction")
  }
}

// Subscripts, powers and limits.
extension Speech {
  private static func scripts(
    _ base: Formula, _ sub: Formula?, _ sup: Formula?
  ) -> [String] {
    if base.role == .large { return words(base) + limits(sub, sup) }
    if base.role == .function, let sub {
      if base == .atom(Atom("log", spoken: "log", role: .function)) {
        return ["log to base"] + words(sub)
      }
      return words(base) + ["over"] + condition(sub)
    }
    if case .fenced(let open, let inside, _) = base, let name = pairs[open] {
      return bars(name, inside, sub, sup)
    }
    if base.isGradient, let sub {
      return words(base) + ["with respect to"] + condition(sub)
        + (sup.map(power) ?? [])
    }
    return words(base) + suffix(sub, sup)
  }

  /// The words for an index and a power, after their base.
  static func suffix(_ sub: Formula?, _ sup: Formula?) -> [String] {
    let below =
      sub.map {
        ["sub"] + condition($0) + ($0.isSimple ? [] : end("sub"))
      } ?? []
    return below + (sup.map(power) ?? [])
  }

  /// Says “the squared norm of w”: after the w, “squared” would seem to belong
  /// to it.
  private static func bars(
    _ name: String, _ inside: Formula, _ sub: Formula?, _ sup: Formula?
  ) -> [String] {
    let power = sup.map(power) ?? []
    let index = sub.map { joined(words($0)) + "-" } ?? ""
    let square = power == ["squared"] ? "squared " : ""
    return ["the \(square)\(index)\(name) of"] + words(inside)
      + (power.isEmpty || !square.isEmpty ? [] : end(name) + power)
  }

  /// The words for limits such as `i=1` and `n`: “over i from 1 to n”.
  private static func limits(_ sub: Formula?, _ sup: Formula?) -> [String] {
    guard let sub else { return [] }
    guard let sup else { return ["over"] + condition(sub) }
    let below = words(sub)
    guard let equals = below.firstIndex(of: "equals") else {
      return ["from"] + below + ["to"] + words(sup)
    }
    return ["over"] + below[..<equals] + ["from"] + below[(equals + 1)...]
      + ["to"] + words(sup)
  }

  /// The words of a condition below a name, without “is”: “over (x, y)
  /// distributed as P”.
  private static func condition(_ sub: Formula) -> [String] {
    words(sub).map { $0.hasPrefix("is ") ? String($0.dropFirst(3)) : $0 }
  }

  /// Whether the power is longer than a word such as “squared”.
  ///
  /// Examines the tree instead of the words: producing the words of a part
  /// twice would take exponential time for towers of powers.
  static func isLongPower(_ sup: Formula) -> Bool {
    switch sup {
    case .atom(let atom): !"23⊤′°∗⋆".contains(atom.text)
    case .row(let items):
      items.first?.isAtom("′") != true
        && !(items.count == 2 && items[0].isAtom("−") && items[1].isAtom("1"))
    case .fenced(let open, _, _): open != "("
    default: true
    }
  }

  private static func power(_ sup: Formula) -> [String] {
    if case .row(let items) = sup, items.first?.isAtom("′") == true {
      let rest = Array(items.dropFirst())
      return ["prime"] + power(rest.count == 1 ? rest[0] : .row(rest))
    }
    let words = words(sup)
    let said = joined(words)
    switch said {
    case "2": return ["squared"]
    case "3": return ["cubed"]
    case "minus 1": return ["inverse"]
    case "transposed", "prime", "degrees", "star": return [said]
    case "times": return ["star"]
    default:
      if said.hasPrefix("(") { return ["number"] + words }
      return ["to the power"] + words + (sup.isSimple ? [] : end("power"))
    }
  }
}

extension Accent {
  fileprivate var spoken: String {
    switch self {
    case .vec: "vector"
    case .ddot: "double dot"
    default: rawValue
    }
  }
}

extension Formula {
  /// Whether the formula is a single atom with this text.
  func isAtom(_ text: String) -> Bool {
    if case .atom(let atom) = self { atom.text == text } else { false }
  }

  /// Whether the formula is `|B|`, the size of a batch or another set.
  ///
  /// The course names sets with capital letters, and random variables X, Y and
  /// Z.
  fileprivate var isSizeOfASet: Bool {
    guard case .fenced("|", .atom(let atom), "|") = self else { return false }
    return atom.text.count == 1 && ("A"..."W").contains(atom.text)
  }
}

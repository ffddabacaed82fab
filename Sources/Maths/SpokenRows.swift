// Words between neighbors that are heard but not written: “of” between a
// function and its argument, “times” between factors.
extension Speech {
  static func row(_ items: [Formula]) -> [String] {
    var said: [String] = []
    var index = 0
    while index < items.count {
      let item = items[index]
      let next = index + 1 < items.count ? items[index + 1] : nil
      if item.isEllipsis, let next, index + 2 < items.count, next.isAtom(",") {
        // A comma in `1, …, n` would separate the words.
        said += words(item) + ["to"]
        index += 2
        continue
      }
      let link = index > 0 ? self.link(items[index - 1], item, next) : nil
      said += link.map { [$0] } ?? []
      said += part(item, before: next, isArgument: link == "of")
      index += 1
    }
    return said
  }

  private static func part(
    _ item: Formula, before next: Formula?, isArgument: Bool
  ) -> [String] {
    if item.turnsTheSentence { return [pause] + words(item) }
    if isArgument, case .scripts(let base, let sub, let sup) = item,
      case .fenced("(", let inside, _) = base, inside.isSimple
    {
      return words(inside) + [pause] + suffix(sub, sup)
    }
    guard case .fenced(let open, let inside, _) = item else {
      return words(item)
    }
    if isArgument, open == "(", inside.isSimple { return words(inside) }
    let goesOn = next.map { $0.isOperand || $0.role == .binary } ?? false
    let isBar = open == "|" || open == "‖"
    return words(item)
      + (isBar && goesOn && !inside.isSimple
        ? end(open == "|" ? "absolute value" : "norm") : [])
  }

  /// The word between two neighbors; `third` decides whether the second is a
  /// function.
  private static func link(
    _ first: Formula, _ second: Formula, _ third: Formula?
  ) -> String? {
    if first.isEllipsis { return second.isOperand ? "to" : nil }
    if first.takesAllThatFollows {
      return second.isOperand || second.isAtom("−") ? "of" : nil
    }
    guard first.isOperand, second.isOperand else { return nil }
    if first.isApplied(to: second) { return "of" }
    let isPhrase =
      second.isPhrase || third.map { second.isApplied(to: $0) } ?? false
    if first.role == .function { return isPhrase ? "of" : nil }
    return first.isPhrase || isPhrase ? "times" : nil
  }
}

extension Formula {
  fileprivate var isEllipsis: Bool {
    if case .atom(let atom) = self { "…⋯⋮⋱".contains(atom.text) } else { false }
  }

  /// Whether the formula joins two statements.
  fileprivate var turnsTheSentence: Bool {
    if case .atom(let atom) = self { "⇔⇒⇐↔".contains(atom.text) } else { false }
  }

  /// Whether the formula can be a factor.
  var isOperand: Bool {
    switch self {
    case .atom(let atom):
      switch atom.role {
      case .ordinary:
        atom.text.first.map {
          $0.isLetter || $0.isNumber || "∞∅∇∂".contains($0)
        }
          ?? false
      case .large, .function: true
      default: false
      }
    case .scripts(let base, _, _): base.isOperand
    case .fraction, .root, .accent, .fenced, .grid: true
    case .row(let items): !items.isEmpty
    case .words, .space: false
    }
  }

  /// Whether the formula is a phrase that must not run into others.
  fileprivate var isPhrase: Bool {
    switch self {
    case .atom(let atom):
      atom.role == .large || atom.role == .function || isGradient
    case .scripts(let base, _, let sup):
      base.isPhrase || sup.map(Speech.isLongPower) ?? false
    case .fraction, .root, .fenced, .grid: true
    default: false
    }
  }

  /// Whether the formula applies to everything after it, as a sum does.
  fileprivate var takesAllThatFollows: Bool {
    switch self {
    case .atom(let atom): atom.role == .large || isGradient
    case .scripts(let base, let sub, _):
      base.takesAllThatFollows
        || sub != nil && (base.role == .function || base.isExpectation)
    case .fraction(let above, let below):
      Derivative(above, below)?.isOperator ?? false
    default: false
    }
  }

  private var isExpectation: Bool {
    if case .atom(let atom) = self { atom.spoken == "E" } else { false }
  }

  var isGradient: Bool { isAtom("∇") }

  /// Whether the formula is a function applied to the other one, not a factor.
  ///
  /// Any letter can be applied to a list, a statement or a single term. Only
  /// letters that always name functions can be applied to anything else:
  /// `μ (1 - μ)` is a product.
  fileprivate func isApplied(to other: Formula) -> Bool {
    guard let name, case .fenced(let open, let inside, _) = other.unscripted
    else { return false }
    if Self.functions.contains(name.spoken) { return "([".contains(open) }
    guard open == "(" else { return false }
    guard name.text.count == 1, case .row(let items) = inside else {
      return true
    }
    return items.contains { $0.role == .relation || $0.role == .punctuation }
      || !items.contains { $0.role == .binary }
  }

  private static let functions: Set = [
    "f", "g", "h", "F", "J", "L", "l", "P", "E",
  ]

  private var unscripted: Formula {
    if case .scripts(let base, _, _) = self { base } else { self }
  }

  /// The atom of the name, if the formula is a name.
  private var name: Atom? {
    switch self {
    case .atom(let atom):
      atom.role == .ordinary && atom.text.first?.isLetter == true ? atom : nil
    case .scripts(let base, _, _): base.name
    case .accent(_, let base): base.name
    default: nil
    }
  }
}

extension Formula {
  /// Whether the formula sounds like a single unit.
  var isSimple: Bool {
    switch self {
    case .row(let items):
      items.count < 3
        && items.allSatisfy { $0.role == .ordinary && $0.isSimple }
    case .scripts(let base, _, _): base.isSimple
    case .fenced(_, let inside, _): inside.isSimple
    case .fraction, .grid: false
    default: isFactor
    }
  }

  /// Whether an “over” is heard in the formula outside of brackets.
  var saysOver: Bool {
    switch self {
    case .row(let items): items.contains(where: \.saysOver)
    case .atom(let atom): atom.text == "/"
    case .fraction: true
    case .scripts(let base, _, _): base.role == .large
    default: false
    }
  }
}

/// A derivative written as a fraction.
struct Derivative {
  private let name: String
  /// The function; nil if it follows the fraction.
  private let function: Formula?
  private let variable: Formula

  init?(_ above: Formula, _ below: Formula) {
    guard below.isDifferential, case .row(let parts) = below,
      case .atom(let sign) = parts[0]
    else { return nil }
    name = sign.text == "d" ? "the derivative" : "the partial derivative"
    variable = parts[1]
    if above == parts[0] {
      function = nil
    } else if case .row(let items) = above, items.first == parts[0] {
      function = items.count == 2 ? items[1] : .row(Array(items.dropFirst()))
    } else {
      return nil
    }
  }

  /// Whether the fraction applies to what follows.
  var isOperator: Bool { function == nil }

  var words: [String] {
    [name] + (function.map { ["of"] + Speech.words($0) } ?? [])
      + ["with respect to"] + Speech.words(variable)
  }
}

/// Typesets a formula in characters, on one line or in two dimensions.
struct Typesetter {
  /// Whether to stack fractions and put limits above and below.
  var stacked: Bool
  /// Whether to leave out gaps, as in scripts.
  var tight = false

  func box(_ formula: Formula) -> Box {
    switch formula {
    case .row(let items): row(items)
    case .atom(let atom): Box(atom.text)
    case .words(let text): Box(text)
    case .space(let columns): Box(String(repeating: " ", count: columns))
    case .fraction(let above, let below): fraction(above, below)
    case .root(let inside, let index): root(inside, index)
    case .scripts(let base, let sub, let sup): scripts(base, sub, sup)
    case .accent(let accent, let base): accented(box(base), accent)
    case .fenced(let open, let inside, let close):
      fenced(open, box(inside), close)
    case .grid(let grid): self.grid(grid)
    }
  }

  private func row(_ items: [Formula]) -> Box {
    var boxes: [Box] = []
    var left = Atom.Role.opening
    var isSigned = false
    for item in items where item != .row([]) {
      let isSign = item.role == .binary && Self.beforeSigns.contains(left)
      let role = isSign ? .ordinary : item.role
      if needsGap(left, role) || (isSigned && stacked && item.isFraction) {
        boxes.append(Box(" "))
      }
      boxes.append(box(item))
      isSigned = isSign
      left = isSign ? .opening : item.trailingRole
    }
    return Box.beside(boxes)
  }

  /// After these roles, a plus or minus is a sign and not an operation.
  private static let beforeSigns: Set<Atom.Role> = [
    .binary, .relation, .opening, .punctuation,
  ]

  private func needsGap(_ left: Atom.Role, _ right: Atom.Role) -> Bool {
    switch (left, right) {
    case (.opening, _), (_, .closing), (_, .punctuation): false
    case (.function, .opening): false
    case (.function, .ordinary), (.ordinary, .function),
      (.closing, .function), (.function, .function), (_, .large), (.large, _):
      true
    case (.relation, _), (_, .relation), (.binary, _), (_, .binary),
      (.punctuation, _):
      !tight
    default: false
    }
  }

  func fenced(_ open: String, _ inside: Box, _ close: String) -> Box {
    Box.beside([inside.bracket(open), inside, inside.bracket(close)])
  }

  private func inParentheses(_ formula: Formula, unless bare: Bool) -> Box {
    bare ? box(formula) : fenced("(", box(formula), ")")
  }

  private func fraction(_ above: Formula, _ below: Formula) -> Box {
    if stacked {
      let parts = [box(above), box(below)]
      let width = (parts.map(\.width).max() ?? 0) + 2
      let bar = Box(String(repeating: "─", count: width))
      return Box.stack([parts[0], bar, parts[1]], on: 1)
    }
    return Box.beside([
      inParentheses(above, unless: above.isProduct), Box("/"),
      inParentheses(below, unless: below.isFactor || below.isDifferential),
    ])
  }

  private func root(_ inside: Formula, _ index: Formula?) -> Box {
    let degree = index.map { Typesetter(stacked: false, tight: true).box($0) }
    let mark = degree.flatMap { Alphabets.raised($0.rows[0]) } ?? ""
    return Box.beside([
      Box(mark + "√"), inParentheses(inside, unless: inside.isFactor),
    ])
  }

  private func accented(_ base: Box, _ accent: Accent) -> Box {
    guard base.height == 1 else {
      return Box.stack([Box(accent.symbol), base], on: 1)
    }
    let text = base.rows[0]
    let middle = (text.count - 1) / 2
    var marked = ""
    for (index, character) in text.enumerated() {
      marked.append(character)
      if accent == .bar && text.count > 1 {
        marked.unicodeScalars.append("\u{305}")
      } else if index == middle {
        marked.unicodeScalars.append(accent.combining)
      }
    }
    return Box(marked)
  }
}

extension Accent {
  fileprivate var symbol: String {
    switch self {
    case .hat: "^"
    case .bar: "‾"
    case .tilde: "~"
    case .vec: "→"
    case .dot: "."
    case .ddot: ".."
    }
  }

  fileprivate var combining: Unicode.Scalar {
    switch self {
    case .hat: "\u{302}"
    case .bar: "\u{304}"
    case .tilde: "\u{303}"
    case .vec: "\u{20D7}"
    case .dot: "\u{307}"
    case .ddot: "\u{308}"
    }
  }
}

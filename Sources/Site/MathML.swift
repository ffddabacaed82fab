internal import Maths

/// A formula as MathML, with its spoken form as its text alternative.
///
/// Browsers draw MathML Core without a script. A derivation is also labeled
/// with its spoken form, since screen readers read tables of formulas badly.
func mathML(_ formula: Formula, isDisplayed: Bool) -> HTML {
  let isDerivation =
    if case .grid(let grid) = formula { grid.kind == .aligned } else { false }
  let words = spoken(formula)
  return HTML(
    "math",
    [
      "display": isDisplayed ? "block" : nil, "alttext": words,
      "aria-label": isDerivation ? words : nil,
    ],
    MathML(isDisplayed: isDisplayed).row([formula]))
}

private struct MathML {
  /// Whether limits are written above and below a sum.
  let isDisplayed: Bool

  func row(_ items: [Formula]) -> HTML {
    var contents: [HTML] = []
    var left = Atom.Role.opening
    for item in items where item != .row([]) {
      let isSign =
        item.role == .binary
        && [.binary, .relation, .opening, .punctuation].contains(left)
      if left == .function, ![.opening, .closing].contains(item.role),
        item.role != .punctuation
      {
        contents.append(gap(1.0 / 6))
      }
      contents.append(isSign ? sign(item) : element(item))
      left = isSign ? .opening : item.trailingRole
    }
    return contents.count == 1 ? contents[0] : HTML("mrow", contents)
  }

  private func element(_ formula: Formula) -> HTML {
    switch formula {
    case .row(let items): row(items)
    case .atom(let atom): element(atom)
    // Browsers drop spaces at the ends of ordinary text.
    case .words(let text):
      HTML("mtext", text.replacing(" ", with: "\u{A0}"))
    case .space(let columns): gap(Double(columns) / 2)
    case .fraction(let above, let below):
      HTML("mfrac", element(above), element(below))
    case .root(let inside, let index):
      if let index {
        HTML("mroot", element(inside), element(index))
      } else {
        HTML("msqrt", element(inside))
      }
    case .scripts(let base, let sub, let sup): scripts(base, sub, sup)
    case .accent(let accent, let base):
      HTML(
        "mover", ["accent": "true"], element(base),
        HTML(
          "mo", ["stretchy": accent == .bar ? "true" : "false"], accent.mark))
    case .fenced(let open, let inside, let close):
      fenced(open, element(inside), close)
    case .grid(let grid): table(grid)
    }
  }

  private func element(_ atom: Atom) -> HTML {
    switch atom.role {
    case .large: return HTML("mo", ["movablelimits": "true"], atom.text)
    case .binary, .relation, .punctuation: return HTML("mo", atom.text)
    case .opening: return bracket(atom.text, "prefix", stretchy: false)
    case .closing: return bracket(atom.text, "postfix", stretchy: false)
    case .function: return HTML("mi", atom.text)
    case .ordinary:
      let isNumber = atom.text.utf8.contains { (0x30...0x39).contains($0) }
      return HTML(isNumber ? "mn" : "mi", atom.text)
    }
  }

  /// A plus or minus before a number, without the gaps of an operation.
  private func sign(_ formula: Formula) -> HTML {
    guard case .atom(let atom) = formula else { return element(formula) }
    return HTML("mo", ["form": "prefix"], atom.text)
  }

  private func gap(_ ems: Double) -> HTML {
    let thousandths = Int((ems * 1_000).rounded())
    return HTML("mspace", ["width": "\(Double(thousandths) / 1_000)em"], [])
  }

  private func bracket(
    _ text: String, _ form: String, stretchy: Bool
  ) -> HTML {
    HTML("mo", ["form": form, "stretchy": "\(stretchy)"], text)
  }

  private func fenced(_ open: String, _ inside: HTML, _ close: String) -> HTML {
    var contents = [inside]
    if !open.isEmpty {
      contents.insert(bracket(open, "prefix", stretchy: true), at: 0)
    }
    if !close.isEmpty {
      contents.append(bracket(close, "postfix", stretchy: true))
    }
    return HTML("mrow", contents)
  }

  private func scripts(
    _ base: Formula, _ sub: Formula?, _ sup: Formula?
  ) -> HTML {
    let hasLimits = isDisplayed && base.hasLimits
    let parts = [base, sub, sup].compactMap { $0 }.map(element)
    return switch (sub, sup) {
    case (nil, nil): element(base)
    case (_?, nil): HTML(hasLimits ? "munder" : "msub", parts)
    case (nil, _?): HTML(hasLimits ? "mover" : "msup", parts)
    case (_?, _?): HTML(hasLimits ? "munderover" : "msubsup", parts)
    }
  }

  private func table(_ grid: Grid) -> HTML {
    if grid.kind == .binomial {
      let parts = grid.rows.map { row($0) }
      return fenced(
        "(", HTML("mfrac", ["linethickness": "0"], parts), ")")
    }
    let rows = grid.rows.map { cells in
      HTML("mtr", cells.map { HTML("mtd", element($0)) })
    }
    switch grid.kind {
    case .aligned:
      return HTML(
        "mtable", ["class": "aligned", "displaystyle": "true"], rows)
    case .matrix(let open, let close):
      return fenced(open, HTML("mtable", rows), close)
    case .cases:
      return fenced("{", HTML("mtable", ["class": "cases"], rows), "")
    case .binomial: return HTML("mtable", rows)
    }
  }
}

extension Formula {
  /// Whether its limits go above and below it in a displayed formula.
  fileprivate var hasLimits: Bool {
    guard case .atom(let atom) = self else { return false }
    let named = ["lim", "max", "min", "arg max", "arg min", "argmax", "argmin"]
    return atom.role == .large || named.contains(atom.text)
  }
}

extension Accent {
  fileprivate var mark: String {
    switch self {
    case .hat: "^"
    case .bar: "¯"
    case .tilde: "~"
    case .vec: "→"
    case .dot: "˙"
    case .ddot: "¨"
    }
  }
}

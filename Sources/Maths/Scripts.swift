// Subscripts, superscripts and limits.
extension Typesetter {
  func scripts(_ base: Formula, _ sub: Formula?, _ sup: Formula?) -> Box {
    let script = Typesetter(stacked: false, tight: true)
    let below = sub.map { script.box($0) }
    let above = sup.map { script.box($0) }
    let body = inParentheses(base)
    if stacked, case .atom(let atom) = base, atom.role == .large {
      let parts = [above, body, below].compactMap(\.self)
      return Box.stack(parts, on: above == nil ? 0 : 1)
    }
    let small = below.flatMap { Alphabets.lowered($0.text) }
    if stacked, base.role == .function, let below, small == nil {
      return scripts(
        on: Box.stack([body, below], on: 0), sub: nil, sup: above)
    }
    return scripts(on: body, sub: below, sup: above)
  }

  /// Uses small characters for scripts if all of them exist; otherwise
  /// brackets, or rows of their own.
  private func scripts(on base: Box, sub: Box?, sup: Box?) -> Box {
    let smallSub = sub.flatMap { Alphabets.lowered($0.text) }
    let smallSup = sup.flatMap { Alphabets.raised($0.text) }
    guard base.height == 1 else {
      return Box.beside([
        base,
        corner(
          of: base, smallSub.map { Box($0) } ?? sub,
          smallSup.map { Box($0) } ?? sup),
      ])
    }
    if !stacked {
      let low = sub.map { smallSub ?? "_" + $0.bracketed } ?? ""
      let high = sup.map { smallSup ?? "^" + $0.bracketed } ?? ""
      return Box(base.text + low + high)
    }
    let low = Box(base.text + (smallSub ?? ""))
    if sub == nil || smallSub != nil, sup == nil || smallSup != nil {
      return Box(low.text + (smallSup ?? ""))
    }
    return Box.beside([
      low, corner(of: low, smallSub == nil ? sub : nil, sup),
    ])
  }

  /// The scripts above and below the right edge of a base.
  private func corner(of base: Box, _ sub: Box?, _ sup: Box?) -> Box {
    let tall = base.height > 1
    // Rows of the scripts, relative to the baseline of the base.
    let top = sup.map { -base.baseline - $0.height + (tall ? 1 : 0) } ?? 0
    let low = base.height - base.baseline - (tall ? 1 : 0)
    let bottom = sub.map { low + $0.height } ?? 1
    var rows = Array(repeating: "", count: max(bottom, 1) - top)
    for (index, row) in (sup?.rows ?? []).enumerated() { rows[index] = row }
    for (index, row) in (sub?.rows ?? []).enumerated() {
      rows[low - top + index] = row
    }
    return Box(rows: rows, baseline: -top, aligned: .leading)
  }

  private func inParentheses(_ base: Formula) -> Box {
    switch base {
    case .row(let items) where items.count > 1: fenced("(", box(base), ")")
    case .fraction: fenced("(", box(base), ")")
    default: box(base)
    }
  }
}

extension Box {
  /// The box on one line.
  fileprivate var text: String {
    height == 1 ? rows[0] : rows.joined(separator: "; ")
  }

  /// The box on one line, in parentheses unless it is a single character.
  fileprivate var bracketed: String {
    text.count == 1 ? text : "(\(text))"
  }
}

// The commands that take arguments.
extension Parser {
  mutating func command(
    _ name: String, depth: Int, from start: Int
  ) throws(MathError) -> Formula {
    if let atom = Symbols.command(name) { return .atom(atom) }
    switch name {
    case "frac", "dfrac", "tfrac":
      let above = try argument(depth: depth)
      return .fraction(above, over: try argument(depth: depth))
    case "binom":
      let above = try argument(depth: depth)
      let below = try argument(depth: depth)
      return .grid(Grid(kind: .binomial, rows: [[above], [below]]))
    case "sqrt":
      let index = try option().map { text throws(MathError) in
        try Formula(parsing: text)
      }
      return .root(try argument(depth: depth), index: index)
    case "text", "textrm", "textbf", "textit", "mbox":
      let text = try rawArgument()
      guard !text.contains("\\") else {
        throw mistake(
          "text in a formula cannot contain commands",
          "close the text before the command", at: start)
      }
      return .words(text.filter { !"{}$".contains($0) })
    case "operatorname", "operatorname*":
      if peek == "*" { _ = next() }
      let name = Self.letters(of: try argument(depth: depth))
      return .atom(Atom(name, spoken: name, role: .function))
    case "mathrm", "mathit", "mathsf", "mathtt", "mathbf", "mathbb",
      "mathcal", "boldsymbol", "bm":
      return Self.restyled(try argument(depth: depth), by: name)
    case "left": return try fenced(depth: depth, from: start)
    case "begin": return try environment(depth: depth, from: start)
    case "big", "Big", "bigg", "Bigg", "bigl", "bigr", "Bigl", "Bigr",
      "displaystyle", "textstyle", "limits", "nolimits", "!":
      return .row([])
    case ",", ":", ";", " ", ">", "\n", "enspace", "thinspace":
      return .space(1)
    case "quad": return .space(2)
    case "qquad": return .space(4)
    default:
      guard let accent = Self.accents[name] else {
        throw mistake(
          "`\\\(name)` is not in the course's subset of TeX",
          "use another command", at: start)
      }
      return .accent(accent, try argument(depth: depth))
    }
  }

  private static let accents: [String: Accent] = [
    "hat": .hat, "widehat": .hat, "bar": .bar, "overline": .bar,
    "tilde": .tilde, "widetilde": .tilde, "vec": .vec, "dot": .dot,
    "ddot": .ddot,
  ]

  /// Reads the rest of `\left( … \right)`, after `\left`.
  private mutating func fenced(
    depth: Int, from start: Int
  ) throws(MathError) -> Formula {
    let open = try delimiter()
    let inside = try row(depth: depth + 1)
    guard next() == "\\right" else {
      throw mistake(
        "this \\left has no matching \\right", "add one", at: start)
    }
    return .fenced(open, inside, try delimiter())
  }

  private mutating func delimiter() throws(MathError) -> String {
    let start = peek
    guard let token = next() else {
      throw mistake("a bracket is expected here", "write ( or .")
    }
    if token == "." { return "" }
    if token == "<" { return "⟨" }
    if token == ">" { return "⟩" }
    let atom =
      token.first == "\\"
      ? Symbols.command(String(token.dropFirst()))
      : token.unicodeScalars.first.flatMap(Symbols.character)
    guard let text = atom?.text, "()[]{}|‖⟨⟩⌊⌋⌈⌉/".contains(text) else {
      throw mistake("`\(start ?? "")` is not a bracket", "write ( or .")
    }
    return text
  }

  /// Reads the rest of `\begin{name} … \end{name}`, after `\begin`.
  private mutating func environment(
    depth: Int, from start: Int
  ) throws(MathError) -> Formula {
    let name = try rawArgument()
    guard let kind = Self.environments[name] else {
      throw mistake(
        "there is no environment `\(name)`",
        "use aligned, cases, matrix, bmatrix, pmatrix or vmatrix", at: start)
    }
    if name == "array" { _ = try rawArgument() }
    var rows: [[Formula]] = [[]]
    while true {
      rows[rows.count - 1].append(try row(depth: depth + 1))
      switch next() {
      case "&": continue
      case "\\\\":
        _ = try option()
        rows.append([])
      case "\\end":
        guard try rawArgument() == name else { fallthrough }
        // A line break at the end does not begin a row.
        if rows.last == [.row([])] { rows.removeLast() }
        return .grid(Grid(kind: kind, rows: rows))
      default:
        throw mistake(
          "`\(name)` is not closed", "add \\end{\(name)}", at: start)
      }
    }
  }

  private static let environments: [String: Grid.Kind] = [
    "aligned": .aligned, "align": .aligned, "align*": .aligned,
    "split": .aligned, "gathered": .aligned, "cases": .cases,
    "matrix": .matrix(open: "", close: ""),
    "array": .matrix(open: "", close: ""),
    "bmatrix": .matrix(open: "[", close: "]"),
    "pmatrix": .matrix(open: "(", close: ")"),
    "vmatrix": .matrix(open: "|", close: "|"),
    "Bmatrix": .matrix(open: "{", close: "}"),
  ]

  /// The letters of a formula joined into a name.
  private static func letters(of formula: Formula) -> String {
    switch formula {
    case .row(let items): items.map(letters).joined()
    case .atom(let atom): atom.text
    case .words(let text): text
    case .space: " "
    default: ""
    }
  }

  /// The formula in another alphabet, where Unicode has the characters.
  private static func restyled(
    _ formula: Formula, by command: String
  ) -> Formula {
    guard Alphabets.names.contains(command) else {
      // Several upright letters make one word.
      let name = letters(of: formula)
      return name.count > 1 ? .atom(Atom(name, spoken: name)) : formula
    }
    switch formula {
    case .row(let items): return .row(items.map { restyled($0, by: command) })
    case .scripts(let base, let sub, let sup):
      return .scripts(restyled(base, by: command), sub: sub, sup: sup)
    case .accent(let accent, let base):
      return .accent(accent, restyled(base, by: command))
    case .atom(var atom):
      let characters = atom.text.map {
        Alphabets.styled(String($0), by: command) ?? String($0)
      }
      atom.text = characters.joined()
      return .atom(atom)
    default: return formula
    }
  }
}

internal import Lessons
internal import Maths

/// A row of a displayed derivation, ready to be evaluated.
struct DerivationRow {
  /// The line of the lesson's file on which the row begins.
  var line: Int
  /// The line of the first equals sign, which may be below the left side.
  var lineOfEquality: Int
  /// The formulas between the equals signs; the first is empty if the row
  /// begins with an equals sign.
  var sides: [Formula]
}

/// The rows of a displayed formula; nil if it does not parse, which is a
/// finding of its own.
func derivationRows(of block: Math) -> [DerivationRow]? {
  guard let formula = try? Formula(parsing: block.source) else { return nil }
  let lines = rowLines(of: block.source)
  var rows = [formula]
  let items = formula.items.filter {
    if case .space = $0 { false } else { true }
  }
  if items.count == 1, case .grid(let grid) = items[0], grid.kind == .aligned {
    rows = grid.rows.map { .row($0.flatMap(\.items)) }
  }
  return rows.enumerated().map { index, row in
    let line = index < lines.count ? lines[index] : (start: 0, equality: 0)
    return DerivationRow(
      line: block.line + line.start,
      lineOfEquality: block.line + line.equality,
      sides: sides(of: row.grouped))
  }
}

/// The formulas between the equals signs of a formula, without punctuation at
/// its end.
func sides(of formula: Formula) -> [Formula] {
  var items = formula.items
  while let last = items.last, last.isStop { items.removeLast() }
  return items.split(omittingEmptySubsequences: false) { $0.isAtom("=") }
    .map { .row(Array($0)) }
}

extension Formula {
  func isAtom(_ text: String) -> Bool {
    if case .atom(let atom) = self { atom.text == text } else { false }
  }

  fileprivate var isStop: Bool { [",", ".", ";", ":"].contains { isAtom($0) } }
}

/// The lines, counted from 0, on which the rows of a displayed formula begin,
/// and those of their first equals signs.
///
/// Rows are separated by `\\` outside inner environments.
private func rowLines(of source: String) -> [(start: Int, equality: Int)] {
  var rows: [(start: Int, equality: Int)] = []
  var line = 0
  var depth = 0
  var braces = 0
  var isFresh = true
  var hasSign = false
  func begin() {
    guard isFresh else { return }
    rows.append((line, line))
    (isFresh, hasSign) = (false, false)
  }
  var rest = source[...]
  while let character = rest.first {
    if rest.hasPrefix("\\begin{") || rest.hasPrefix("\\end{") {
      depth += rest.hasPrefix("\\begin{") ? 1 : -1
      let end = rest.firstIndex(of: "}") ?? rest.startIndex
      // An inner environment is part of its row.
      if depth > 1 { begin() }
      rest = rest[end...].dropFirst()
    } else if rest.hasPrefix("\\\\") {
      if depth <= 1 { isFresh = true }
      rest = rest.dropFirst(2)
    } else {
      if !character.isWhitespace { begin() }
      switch character {
      case "\n": line += 1
      case "{": braces += 1
      case "}": braces -= 1
      case "=" where braces == 0 && !hasSign:
        rows[rows.count - 1].equality = line
        hasSign = true
      default: break
      }
      rest = rest.dropFirst()
    }
  }
  return rows
}

// Matrices, cases and derivations in words.
extension Speech {
  /// One text for each row of a derivation.
  static func lines(_ grid: Grid) -> [String] {
    grid.rows.map { cells in
      text(.row(cells.flatMap(\.items)))
    }
  }

  static func grid(_ grid: Grid) -> [String] {
    switch grid.kind {
    case .aligned:
      let lines = grid.rows.map { said(.row($0.flatMap(\.items))) }
      return Array(lines.joined(separator: [";"]))
    case .cases: return cases(grid)
    case .binomial:
      let isSimple = grid.rows.allSatisfy { $0.allSatisfy(\.isSimple) }
      return isSimple
        ? choice(grid) : ["the binomial"] + choice(grid) + end("binomial")
    case .matrix:
      let rows = grid.rows.map { row in
        Array(row.map { said($0) }.joined(separator: [","]))
      }
      return ["the matrix with rows"] + Array(rows.joined(separator: [";"]))
        + end("matrix")
    }
  }

  /// A binomial coefficient: “n choose k”.
  static func choice(_ grid: Grid) -> [String] {
    let parts = grid.rows.flatMap { $0 }.map { words($0.grouped) }
    return Array(parts.joined(separator: ["choose"]))
  }

  /// “either …, if …, or …”; only the last row keeps the punctuation at its
  /// end.
  private static func cases(_ grid: Grid) -> [String] {
    var said = ["either"]
    for (index, row) in grid.rows.enumerated() {
      if index > 0 { said += [pause, "or"] }
      var line = row.first.map(words) ?? []
      for condition in row.dropFirst() {
        line += condition.saysItsCondition ? [] : [pause, "if"]
        line += words(condition)
      }
      said += trimmed(line, last: index == grid.rows.count - 1)
    }
    return said
  }

  /// The words of a cell, or “blank” if it is empty.
  private static func said(_ cell: Formula) -> [String] {
    let words = trimmed(words(cell), last: false)
    return words.isEmpty ? ["blank"] : words
  }

  /// The words without punctuation at the end, unless they are the last.
  private static func trimmed(_ words: [String], last: Bool) -> [String] {
    var words = words
    while !last, let end = words.last, [",", ";", ".", pause].contains(end) {
      words.removeLast()
    }
    return words
  }
}

extension Formula {
  fileprivate var items: [Formula] {
    if case .row(let items) = self { items } else { [self] }
  }

  /// Whether a case has a condition in words, such as “otherwise”.
  fileprivate var saysItsCondition: Bool {
    if case .words = items.first { true } else { items.isEmpty }
  }
}

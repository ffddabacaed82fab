internal import Lessons

extension FunctionText {
  /// The statements of the body and of the blocks within it, grouped by block.
  var blocks: [[Range<Int>]] {
    var blocks = [statements(in: body)]
    for index in body where token(index) == "{" {
      guard let end = partners[index] else { continue }
      blocks.append(statements(in: contents(index + 1..<end)))
    }
    return blocks
  }

  /// The contents of a block, without the parameters of a closure.
  private func contents(_ range: Range<Int>) -> Range<Int> {
    for index in range {
      if lineStarts.contains(index), index > range.lowerBound { break }
      if token(index) == "in", tokens[index].kind == .keyword,
        !range.prefix(while: { $0 < index }).contains(where: {
          token($0) == "for"
        })
      {
        return index + 1..<range.upperBound
      }
    }
    return range
  }

  private func statements(in range: Range<Int>) -> [Range<Int>] {
    var statements: [Range<Int>] = []
    var start = range.lowerBound
    var index = start
    while index < range.upperBound {
      if index > start, lineStarts.contains(index), !continues(at: index) {
        statements.append(start..<index)
        start = index
      }
      index = max(index, partners[index] ?? index) + 1
    }
    if start < range.upperBound { statements.append(start..<range.upperBound) }
    return statements
  }

  /// Whether a line continues the statement of the line before.
  private func continues(at index: Int) -> Bool {
    if [".", "?", ":", "else", "where", "{", "in"].contains(token(index)) {
      return true
    }
    if [",", "=", "return"].contains(token(index - 1)) { return true }
    if tokens[index].kind == .operator, spaced.contains(index + 1) {
      return true
    }
    return tokens[index - 1].kind == .operator
      && spaced.contains(index - 1)
  }

  /// The loops: where each begins, and the statements of its body.
  var loops: [(statement: Int, body: [Range<Int>])] {
    body.compactMap { index in
      guard ["for", "while"].contains(token(index)),
        tokens[index].kind == .keyword, let open = block(after: index),
        let end = partners[open]
      else { return nil }
      return (index, statements(in: open + 1..<end))
    }
  }

  /// The brace that opens the block of the statement that begins here.
  func block(after keyword: Int) -> Int? {
    var index = keyword + 1
    while index < body.upperBound {
      if token(index) == "{" { return index }
      index = max(index, partners[index] ?? index) + 1
    }
    return nil
  }
}

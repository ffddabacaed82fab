internal import Lessons

extension FunctionText {
  /// Whether the token is a binary operator, as `-` is in `a - b`.
  func isBinary(_ index: Int) -> Bool {
    tokens[index].kind == .operator
      && spaced.contains(index) == spaced.contains(index + 1)
      && endsOperand(index - 1) && startsOperand(index + 1)
  }

  /// Whether the token is a prefix operator, as `-` is in `-a`.
  func isPrefix(_ index: Int) -> Bool {
    tokens[index].kind == .operator && !spaced.contains(index + 1)
      && startsOperand(index + 1)
      && (spaced.contains(index) || !endsOperand(index - 1))
  }

  private func endsOperand(_ index: Int) -> Bool {
    guard body.contains(index) else { return false }
    return switch tokens[index].kind {
    case .name, .type, .number, .string: true
    case .punctuation: ")]}".contains(tokens[index].text)
    case .keyword: ["true", "false", "nil", "self"].contains(token(index))
    default: false
    }
  }

  private func startsOperand(_ index: Int) -> Bool {
    guard body.contains(index) else { return false }
    return switch tokens[index].kind {
    case .name, .type, .number, .string: true
    case .punctuation: "([".contains(tokens[index].text)
    case .operator: isSign(index)
    case .keyword: ["true", "false", "nil", "self"].contains(token(index))
    default: false
    }
  }

  private func isSign(_ index: Int) -> Bool {
    ["-", "!", "+"].contains(token(index)) && !spaced.contains(index + 1)
  }

  /// The operands of the body: a name or literal with the calls, members and
  /// subscripts that follow it, such as `x.max(axis: 1)`.
  var operands: [Range<Int>] {
    body.compactMap { index in
      guard startsOperand(index), !isSign(index) else { return nil }
      let before = token(index - 1)
      // Not a member, a call's brackets, a label or a declared name.
      if before == "." && !spaced.contains(index) { return nil }
      if "([".contains(token(index)), endsOperand(index - 1),
        !spaced.contains(index)
      {
        return nil
      }
      if tokens[index].kind == .name, token(index + 1) == ":",
        "(,".contains(before)
      {
        return nil
      }
      if ["let", "var", "func"].contains(before) { return nil }
      return index..<end(ofOperandAt: index)
    }
  }

  func end(ofOperandAt start: Int) -> Int {
    var index = start
    if isSign(index) { index += 1 }
    index = (partners[index] ?? index) + 1
    while body.contains(index) {
      let next = token(index)
      if next == ".", body.contains(index + 1),
        tokens[index + 1].kind == .name || tokens[index + 1].kind == .type
          || tokens[index + 1].kind == .number
      {
        index += 2
      } else if next == "(" || next == "[", !spaced.contains(index),
        let partner = partners[index]
      {
        index = partner + 1
      } else if next == "{", isClosure(index), let partner = partners[index] {
        index = partner + 1
      } else {
        break
      }
    }
    return index
  }

  /// Whether the brace opens a trailing closure, not a statement's block.
  private func isClosure(_ index: Int) -> Bool {
    guard !lineStarts.contains(index) else { return false }
    var start = index - 1
    while body.contains(start), !lineStarts.contains(start + 1) {
      if ["if", "for", "while", "guard", "else", "switch", "repeat", "do"]
        .contains(token(start)), tokens[start].kind == .keyword
      {
        return false
      }
      if let partner = partners[start], partner < start {
        start = partner
      } else if "({[".contains(token(start)) {
        return true
      }
      start -= 1
    }
    return true
  }

  /// The operand that ends before a token.
  func operand(before index: Int) -> Range<Int>? {
    let all = operands.filter { $0.upperBound == index }
    guard let longest = all.min(by: { $0.lowerBound < $1.lowerBound }) else {
      return nil
    }
    let sign = longest.lowerBound - 1
    return body.contains(sign) && isPrefix(sign) && isSign(sign)
      ? sign..<index : longest
  }

  /// The operand that begins after a token.
  func operand(after index: Int) -> Range<Int>? {
    guard startsOperand(index + 1) else { return nil }
    return index + 1..<end(ofOperandAt: index + 1)
  }
}

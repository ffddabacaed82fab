internal import Lessons

/// Edits that replace an operator with another of its kind, swap its operands,
/// or drop an operand, a sign or a `!`.
func operatorEdits(in function: FunctionText) -> [Edit] {
  function.body.flatMap { index -> [Edit] in
    let token = function.tokens[index]
    guard token.kind == .operator else { return [] }
    if function.isPrefix(index) {
      return [Edit(range: token.range, text: "")]
    }
    let kind = kinds.first { $0.contains(token.text) } ?? []
    return kind.filter { $0 != token.text }
      .map { Edit(range: token.range, text: $0) }
      + operandEdits(at: index, in: function)
  }
}

private let kinds: [[String]] = [
  ["+", "-", "*", "/", "%"], ["<", "<=", ">", ">=", "==", "!="],
  ["&&", "||"], ["..<", "..."], ["+=", "-=", "*=", "/=", "="],
]

/// Operators whose operands can be swapped without effect.
private let commutative = ["+", "*", "==", "!="]

private func operandEdits(
  at index: Int, in function: FunctionText
) -> [Edit] {
  guard function.isBinary(index), let left = function.operand(before: index),
    let right = function.operand(after: index)
  else { return [] }
  let range = function.bytes(left.lowerBound..<right.upperBound)
  let operation = function.token(index)
  let (a, b) = (
    function.text(ofTokens: left), function.text(ofTokens: right)
  )
  var texts: [String] = []
  if !operation.hasSuffix("=") || kinds[1].contains(operation) {
    texts += [a, b]
    if !commutative.contains(operation) {
      texts.append("\(b) \(operation) \(a)")
    }
  }
  if kinds[1].contains(operation) { texts += ["true", "false"] }
  return texts.map { Edit(range: range, text: $0) }
}

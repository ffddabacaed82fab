internal import Lessons

/// An operand, or a whole result, negated, shifted, doubled, rounded, kept in
/// a narrower type, reversed, or shortened.
func wrappingEdits(in function: FunctionText) -> [Edit] {
  // Literals have changes of their own.
  var ranges = function.operands.filter {
    $0.count > 1 || ![.number, .string].contains(function.kind($0.lowerBound))
  }
  for block in function.blocks {
    if let last = block.last { ranges.append(last) }
    for statement in block
    where function.token(statement.lowerBound) == "return" {
      ranges.append(statement.lowerBound + 1..<statement.upperBound)
    }
  }
  return ranges.filter { !$0.isEmpty }.flatMap { range -> [Edit] in
    let place = function.bytes(range)
    let text = function.text(place)
    // An assignment's target cannot be changed.
    if assignments.contains(function.token(range.upperBound)) { return [] }
    return wrappings.map { pattern in
      Edit(range: place, text: pattern.replacing("$$", with: text))
    }
  }
}

private let assignments = ["=", "+=", "-=", "*=", "/="]

private let wrappings = [
  "(-($$))", "(($$) + 1)", "(($$) - 1)", "(($$) * 2)", "(($$) / 2)",
  "(($$) * 0)", "(!($$))",
  // Roundings.
  "(($$).rounded())", "Float(Float16($$))", "Float(Int($$))",
  "Double(Float($$))",
  """
  { (t: Tensor) -> Tensor in Tensor(t.values.map { $0.rounded() }, shape: t.shape) }($$)
  """,
  """
  { (t: Tensor) -> Tensor in Tensor(t.values.map { Float(Float16($0)) }, shape: t.shape) }($$)
  """,
  // Narrower types.
  "Int(Int8(truncatingIfNeeded: $$))", "Int(UInt8(truncatingIfNeeded: $$))",
  "Int(Int16(truncatingIfNeeded: $$))",
  "Int(UInt16(truncatingIfNeeded: $$))",
  // Tensors.
  "($$).transposed()", "($$).squared()", "($$).exp()", "($$).mean(axis: 0)",
  // Sequences.
  "Array(($$).reversed())", "Array(($$).dropFirst())",
  "Array(($$).dropLast())", "Array(($$).prefix(1))", "($$).sorted()",
  "($$).reversed()", "($$).dropFirst()", "($$).dropLast()", "($$).prefix(1)",
]

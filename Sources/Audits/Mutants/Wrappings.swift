internal import Lessons

/// Edits that negate, shift, scale, round, narrow, reorder or shorten an
/// operand or a whole result.
func wrappingEdits(in function: FunctionText) -> [Edit] {
  // Literals have edits of their own.
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
    return wrappings.map { wrapping in
      Edit(
        range: place, text: wrapping.pattern.replacing("$$", with: text),
        narrowing: wrapping.bits.map { Narrowing(of: text, bits: $0) })
    }
  }
}

private let assignments = ["=", "+=", "-=", "*=", "/="]

/// The replacement for an operand, which is written `$$`.
private struct Wrapping: Sendable {
  var pattern: String
  /// The width of the integer type, if it narrows the operand to one.
  var bits: Int?
}

private let wrappings =
  shiftsAndRoundings.map { Wrapping(pattern: $0) } + narrowings
  + rearrangements.map { Wrapping(pattern: $0) }

private let shiftsAndRoundings = [
  "(-($$))", "(($$) + 1)", "(($$) - 1)", "(($$) * 2)", "(($$) / 2)",
  "(($$) * 0)", "(!($$))",
  "(($$).rounded())", "Float(Float16($$))", "Float(Int($$))",
  "Double(Float($$))",
  """
  { (t: Tensor) -> Tensor in Tensor(t.values.map { $0.rounded() }, shape: t.shape) }($$)
  """,
  """
  { (t: Tensor) -> Tensor in Tensor(t.values.map { Float(Float16($0)) }, shape: t.shape) }($$)
  """,
]

private let narrowings = [
  ("Int8", 8), ("UInt8", 8), ("Int16", 16), ("UInt16", 16),
].map { type, bits in
  Wrapping(pattern: "Int(\(type)(truncatingIfNeeded: $$))", bits: bits)
}

private let rearrangements = [
  // For tensors.
  "($$).transposed()", "($$).squared()", "($$).exp()", "($$).mean(axis: 0)",
  // For sequences.
  "Array(($$).reversed())", "Array(($$).dropFirst())",
  "Array(($$).dropLast())", "Array(($$).prefix(1))", "($$).sorted()",
  "($$).reversed()", "($$).dropFirst()", "($$).dropLast()", "($$).prefix(1)",
]

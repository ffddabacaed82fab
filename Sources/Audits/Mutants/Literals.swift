internal import Lessons

/// Edits that change a number, swap `true` and `false`, or empty a string.
func literalEdits(in function: FunctionText) -> [Edit] {
  function.body.flatMap { index -> [Edit] in
    let token = function.tokens[index]
    let replacements: [String] =
      switch token.kind {
      case .number where function.token(index - 1) != ".":
        // Axis -1 of a matrix is its axis 1.
        changed(token.text).filter {
          !$0.hasPrefix("(-") || function.token(index - 2) != "axis"
        }
      case .keyword where token.text == "true": ["false"]
      case .keyword where token.text == "false": ["true"]
      case .string: ["\"\""]
      default: []
      }
    return replacements.map { Edit(range: token.range, text: $0) }
  }
}

/// Other numbers of the same type, some near this one and some far from it.
private func changed(_ number: String) -> [String] {
  let digits = number.filter { $0 != "_" }
  if let integer = Int(digits) {
    let others = [
      integer + 1, integer - 1, integer * 2, integer / 2, 0, 1, -integer,
    ]
    return others.filter { $0 != integer }.map { $0 < 0 ? "(\($0))" : "\($0)" }
  }
  guard let decimal = Double(digits) else { return [] }
  let others = [
    decimal + 1, decimal - 1, decimal * 2, decimal / 2, decimal * 1.01, 0, 1,
    -decimal,
  ]
  return others.filter { $0 != decimal }.map { $0 < 0 ? "(\($0))" : "\($0)" }
}

internal import Checks

/// What the source around a trap reveals about it; nil if nothing is certain.
///
/// `function` is the learner's function that contains the line.
func clue(
  for reason: TrapReason, on line: String, in function: FunctionText?,
  source: [String], at number: Int, column: Int?
) -> TrapClue? {
  let code = bareLine(line)
  switch reason {
  case .indexOutOfRange:
    return indexClue(
      code, before: linesBefore(number, in: function, of: source))
  case .reversedRange:
    let ranges = ranges(in: code)
    let found =
      ranges.first { $0.column == column }
      ?? (ranges.count == 1 ? ranges.first : nil)
    return found.map { .range($0.text) }
  case .nilUnwrapped:
    return code.firstMatch(of: /([\w.$]+)\.gradient!/).map {
      .gradient(of: String($0.1))
    }
  case .overflow:
    let lines = linesBefore(number, in: function, of: source) + [code]
    return narrowType(in: code, declaredIn: lines).map {
      .integer(type: $0, operation: operation(in: code))
    }
  case .doesNotFit, .negativeForUnsigned:
    return code.firstMatch(of: /\b(U?Int(?:8|16|32)|UInt)\(/).map {
      .integer(type: String($0.1), operation: "calculate")
    }
  default: return nil
  }
}

/// The lines of a function above line `number`, without comments.
private func linesBefore(
  _ number: Int, in function: FunctionText?, of source: [String]
) -> [String] {
  guard let function, function.lines.contains(number) else { return [] }
  return source[(function.lines.lowerBound - 1)..<(number - 1)].map(bareLine)
}

/// The ranges on a line, each with the whole of both bounds, and the columns
/// of their operators.
private func ranges(in code: String) -> [(text: String, column: Int)] {
  code.ranges(of: /\.\.[.<]/).compactMap { mark in
    let before = bound(code[..<mark.lowerBound].reversed(), opening: ")]")
    let lower = String(before.reversed()).split(
      separator: /\b(?:in|return)\b/
    ).last?.drop { $0 == " " }
    let upper = bound(code[mark.upperBound...], opening: "([").split(
      separator: /\s+where\b|\s*$/
    ).first
    // `i...` has no upper bound.
    guard let lower, let upper, upper.contains(where: { $0 != " " }) else {
      return nil
    }
    return (
      "\(lower)\(code[mark])\(upper)",
      code.utf8.distance(from: code.startIndex, to: mark.lowerBound) + 1
    )
  }
}

/// An expression from its inner end: it ends at a bracket that was not
/// opened in it, a comma, a brace, or an assignment.
private func bound(
  _ text: some Sequence<Character>, opening: String
) -> String {
  var depth = 0
  let expression = text.prefix { character in
    if opening.contains(character) {
      depth += 1
    } else if "()[]".contains(character) {
      depth -= 1
    }
    return depth >= 0 && !(depth == 0 && ",;{}=:".contains(character))
  }
  return String(expression)
}

private func indexClue(_ code: String, before: [String]) -> TrapClue? {
  if let slice = code.firstMatch(
    of: /([\w.]+)\[[^\[\]]*\.\.<\s*([^\[\]]*[^\[\]\s])\s*\]/),
    slice.2.contains("+")
  {
    return .slice(array: String(slice.1), upper: String(slice.2))
  }
  if let range = closedRange(in: code, before: before) { return range }
  if let count = code.firstMatch(of: /\[\s*([\w.]+\.count)\s*\]/) {
    return .countAsIndex(String(count.1))
  }
  if let next = code.firstMatch(
    of: /\[\s*(([\w$]+)\s*([+\-])\s*\d+)\s*\]/)
  {
    return .neighbor(
      index: String(next.1), offset: String(next.3),
      inLoop: ([code] + before).contains { counts($0, next.2) })
  }
  return nil
}

/// Whether a line begins a loop over values of this name.
private func counts(_ line: String, _ name: Substring) -> Bool {
  line.matches(of: /for\s+(\w+)\s+in\b/).contains { $0.1 == name }
}

/// A range `0...n` whose element is used as an index on the line.
private func closedRange(in code: String, before: [String]) -> TrapClue? {
  let loop = /for\s+(\w+)\s+in\s+(\w+)\s*\.\.\.\s*([\w.]+(?:\(\))?)/
  for line in [code] + before.reversed() {
    guard let match = line.firstMatch(of: loop) else { continue }
    let (name, upper) = (match.1, String(match.3))
    guard match.2 == "0", Int(upper) == nil || upper != "0",
      code.contains("["), uses(code, name),
      // `0...n - 1` is correct.
      !line[match.range.upperBound...].drop(while: { $0 == " " })
        .hasPrefix("-")
    else { continue }
    return .closedRange(lower: String(match.2), upper: upper)
  }
  let mapped = /\(\s*0\s*\.\.\.\s*([\w.]+)\s*\)\s*\./
  for line in [code] + before.suffix(3).reversed() {
    if let match = line.firstMatch(of: mapped), code.contains("[") {
      return .closedRange(lower: "0", upper: String(match.1))
    }
  }
  return nil
}

private func uses(_ code: String, _ name: Substring) -> Bool {
  code.split { !($0.isLetter || $0.isNumber || $0 == "_") }.contains(name)
}

/// The narrow integer type that the line calculates with.
///
/// The line itself names it, or uses a variable that was declared with it,
/// without converting it.
private func narrowType(
  in code: String, declaredIn lines: [String]
) -> String? {
  let narrow = /\b(U?Int(?:8|16|32)|UInt)\b/
  let declaration =
    /(\w+)\s*:\s*(?:inout\s+)?\[?\s*(U?Int(?:8|16|32)|UInt)\b/
  for line in lines {
    for match in line.matches(of: declaration) {
      let (name, type) = (match.1, String(match.2))
      var rest = code[...]
      while let found = rest.firstRange(of: name) {
        let before = code[..<found.lowerBound]
        let after = code[found.upperBound...]
        let isWord =
          before.last.map { !($0.isLetter || $0.isNumber) } ?? true
          && after.first.map { !($0.isLetter || $0.isNumber) } ?? true
        let isConverted =
          before.hasSuffix("t(")
          && after.prefixMatch(of: /(\[[^\]]*\])?\)/) != nil
        let isDeclared = after.drop(while: { $0 == " " }).hasPrefix(":")
        let isCount = after.hasPrefix(".count")
        if isWord, !isConverted, !isDeclared, !isCount { return type }
        rest = after
      }
    }
  }
  return code.firstMatch(of: narrow).map { String($0.1) }
}

/// The operation on the line, as a verb.
private func operation(in code: String) -> String {
  let operations = [
    (" * ", "multiply"), (" - ", "subtract"), (" + ", "add"),
    ("*=", "multiply"), ("-=", "subtract"), ("+=", "add"),
  ]
  return operations.first { code.contains($0.0) }?.1 ?? "calculate"
}

internal import Lessons

/// Edits that replace a function with a related one, or a variable with another
/// variable of the function.
func nameEdits(in function: FunctionText) -> [Edit] {
  let variables = function.variables
  return function.body.flatMap { index -> [Edit] in
    let token = function.tokens[index]
    guard token.kind == .name || token.kind == .type else { return [] }
    let isMember = function.token(index - 1) == "."
    // The label of an argument is not changed.
    if !isMember, function.token(index + 1) == ":",
      ["(", ","].contains(function.token(index - 1))
    {
      return []
    }
    var others = related[token.text] ?? []
    let isUse =
      !isMember
      && !["let", "var", "func", "for"].contains(
        function.token(index - 1))
    if isUse, variables.contains(token.text) {
      others += variables.filter { $0 != token.text }
    }
    if token.text.first == "$" {
      others += ["$0", "$1"].filter { $0 != token.text }
    }
    return others.map { Edit(range: token.range, text: $0) }
  }
}

extension FunctionText {
  /// The names of the parameters and of everything that the body declares.
  var variables: [String] {
    var names = signature.parameters.map(\.name)
    for index in body where tokens[index].kind == .keyword {
      if ["let", "var", "for"].contains(token(index)) {
        names += declared(after: index)
      } else if token(index) == "in" {
        // A closure's parameters are between its brace and `in`.
        var place = index - 1
        while body.contains(place),
          tokens[place].kind == .name || token(place) == ","
        {
          if tokens[place].kind == .name { names.append(token(place)) }
          place -= 1
        }
      }
    }
    var seen: Set<String> = []
    return names.filter { $0 != "_" && seen.insert($0).inserted }
  }

  private func declared(after index: Int) -> [String] {
    guard token(index + 1) == "(", let end = partners[index + 1] else {
      return tokens[index + 1].kind == .name ? [token(index + 1)] : []
    }
    return (index + 2..<end).filter { tokens[$0].kind == .name }.map(token)
  }
}

/// Functions and members that are easily confused.
private let related: [String: [String]] = {
  let groups = [
    ["max", "min"], ["sum", "mean", "max"], ["first", "last"],
    ["exp", "log", "squareRoot", "absolute", "squared"],
    ["argmax", "argmin"], ["prefix", "suffix"], ["dropFirst", "dropLast"],
    ["zeros", "ones"], ["row", "column"], ["count", "rank"],
    ["up", "down", "toNearestOrAwayFromZero", "towardZero"],
    ["log", "log2", "log10", "log1p", "exp"], ["abs", "sqrt"],
    ["startIndex", "endIndex"], ["Int", "Int8", "UInt8", "Int16", "Int32"],
    ["Float", "Double", "Float16"], ["normal", "uniform"],
  ]
  var related: [String: [String]] = [:]
  for group in groups {
    for name in group {
      related[name, default: []] += group.filter { $0 != name }
    }
  }
  return related
}()

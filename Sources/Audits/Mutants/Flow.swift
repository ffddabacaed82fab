internal import Lessons

/// Edits that drop or double a statement, swap it with the next, or replace the
/// body with an early return.
func statementEdits(in function: FunctionText) -> [Edit] {
  var edits: [Edit] = []
  for block in function.blocks {
    for statement in block {
      let range = function.bytes(statement)
      edits.append(Edit(range: range, text: ""))
      // A second `return` is never reached.
      if function.token(statement.lowerBound) == "return" { continue }
      let text = function.text(range)
      edits.append(Edit(range: range, text: "\(text)\n\(text)"))
    }
    for (one, next) in zip(block, block.dropFirst()) {
      let between = function.text(
        function.bytes(one).upperBound..<function.bytes(next).lowerBound)
      edits.append(
        Edit(
          range: function.bytes(one.lowerBound..<next.upperBound),
          text: function.text(ofTokens: next) + between
            + function.text(ofTokens: one)))
    }
  }
  let body = function.bytes(function.body)
  let results =
    function.signature.parameters.map(\.name) + ["0", "[]", "\"\""]
  return edits
    + results.map { Edit(range: body, text: "return \($0)") }
}

/// Edits that move a statement out of a loop, or end a loop after one pass.
func loopEdits(in function: FunctionText) -> [Edit] {
  var edits: [Edit] = []
  for loop in function.loops {
    guard let open = function.block(after: loop.statement),
      let close = function.partners[open]
    else { continue }
    let whole = function.bytes(loop.statement..<close + 1)
    for statement in loop.body {
      let range = function.bytes(statement)
      let without =
        function.text(whole.lowerBound..<range.lowerBound)
        + function.text(range.upperBound..<whole.upperBound)
      let text = function.text(range)
      edits.append(Edit(range: whole, text: "\(text)\n\(without)"))
      edits.append(Edit(range: whole, text: "\(without)\n\(text)"))
    }
    let end = function.bytes(close..<close + 1)
    edits.append(
      Edit(range: end.lowerBound..<end.lowerBound, text: "break\n"))
  }
  return edits
}

/// Edits that negate a condition, or replace it with `true` or `false`.
func conditionEdits(in function: FunctionText) -> [Edit] {
  var edits: [Edit] = []
  for index in function.body {
    let token = function.token(index)
    if ["if", "while", "guard", "where"].contains(token),
      function.tokens[index].kind == .keyword,
      let open = function.block(after: index)
    {
      let end = function.token(open - 1) == "else" ? open - 1 : open
      for clause in function.items(between: index, and: end)
      where !["let", "var", "case"].contains(function.token(clause.lowerBound))
      {
        let range = function.bytes(clause)
        edits.append(Edit(range: range, text: "!(\(function.text(range)))"))
        edits.append(Edit(range: range, text: "true"))
        edits.append(Edit(range: range, text: "false"))
      }
    }
  }
  return edits
}

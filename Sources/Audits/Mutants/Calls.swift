internal import Lessons

/// Edits that swap, replace or drop arguments, elements or indices, or drop a
/// call or member from a chain.
func callEdits(in function: FunctionText) -> [Edit] {
  function.body.flatMap { index -> [Edit] in
    switch function.token(index) {
    case "(", "[":
      argumentEdits(openedAt: index, in: function)
    case ".":
      memberEdits(at: index, in: function)
    default: []
    }
  }
}

/// Edits of a list of arguments or indices, or of the elements of an array or
/// tuple.
private func argumentEdits(
  openedAt open: Int, in function: FunctionText
) -> [Edit] {
  guard let close = function.partners[open] else { return [] }
  let items = function.items(between: open, and: close)
  var edits: [Edit] = []
  for (item, next) in zip(items, items.dropFirst()) {
    let (a, b) = (function.value(of: item), function.value(of: next))
    let between = function.text(
      function.bytes(a).upperBound..<function.bytes(b).lowerBound)
    edits.append(
      Edit(
        range: function.bytes(a.lowerBound..<b.upperBound),
        text: function.text(ofTokens: b) + between
          + function.text(ofTokens: a)))
    edits.append(
      Edit(range: function.bytes(a), text: function.text(ofTokens: b)))
    edits.append(
      Edit(range: function.bytes(b), text: function.text(ofTokens: a)))
  }
  for (number, item) in items.enumerated() where items.count > 1 {
    let range =
      number == 0
      ? item.lowerBound..<items[1].lowerBound
      : items[number - 1].upperBound..<item.upperBound
    edits.append(Edit(range: function.bytes(range), text: ""))
  }
  return edits
}

/// Edits that drop `.name(arguments)`, without and with a trailing closure.
private func memberEdits(at dot: Int, in function: FunctionText) -> [Edit] {
  let name = dot + 1
  guard function.body.contains(name), function.tokens[name].kind == .name,
    function.body.contains(dot - 1)
  else { return [] }
  var end = name + 1
  while function.body.contains(end), !function.spaced.contains(end),
    function.token(end) == "(", let close = function.partners[end]
  {
    end = close + 1
  }
  var edits = [Edit(range: function.bytes(dot..<end), text: "")]
  if function.token(end) == "{", let close = function.partners[end] {
    edits.append(Edit(range: function.bytes(dot..<close + 1), text: ""))
  }
  return edits
}

extension FunctionText {
  /// The items between two brackets that commas separate.
  func items(between open: Int, and close: Int) -> [Range<Int>] {
    var items: [Range<Int>] = []
    var start = open + 1
    var index = start
    while index < close {
      if token(index) == "," {
        items.append(start..<index)
        start = index + 1
      }
      index = max(index, partners[index] ?? index) + 1
    }
    if start < close { items.append(start..<close) }
    return items.filter { !$0.isEmpty }
  }

  /// An argument without its label.
  func value(of item: Range<Int>) -> Range<Int> {
    item.count > 2 && token(item.lowerBound + 1) == ":"
      ? item.lowerBound + 2..<item.upperBound : item
  }
}

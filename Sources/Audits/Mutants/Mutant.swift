internal import Lessons

/// A change of a function's text at one place.
struct Edit: Hashable {
  /// The bytes of the file that go.
  var range: Range<Int>
  var text: String
  /// What the edit does where all it does is narrow an operand.
  var narrowing: Narrowing?
}

/// A model answer with one mechanical change in one of its functions.
package struct Mutant: Sendable, Hashable {
  /// The full name of the function that is changed.
  package var function: String
  /// The first line that is changed.
  package var line: Int
  /// The changed lines as they were, without the space around them.
  package var was: String
  /// The changed lines as they are now; `nothing` where they were dropped.
  package var now: String
  /// The whole function as it is now, from its first token.
  var text: String
  /// The whole file as it is now.
  var file: String
  /// What was done to an operand that is only kept in a narrower type.
  var narrowing: Narrowing?
}

extension Mutant {
  init?(_ function: FunctionText, _ edit: Edit) {
    let source = function.source
    let range = function.range
    guard range.contains(edit.range.lowerBound) || edit.range.isEmpty,
      function.text(edit.range) != edit.text
    else { return nil }
    self.function = function.name
    narrowing = edit.narrowing
    text =
      function.text(range.lowerBound..<edit.range.lowerBound) + edit.text
      + function.text(edit.range.upperBound..<range.upperBound)
    file =
      function.text(0..<range.lowerBound) + text
      + function.text(range.upperBound..<source.count)
    let before = function.text(range).splitLines
    let after = text.splitLines
    let same = zip(before, after).prefix { $0 == $1 }.count
    let rest = min(before.count, after.count) - same
    let tail = zip(before.reversed(), after.reversed())
      .prefix { $0 == $1 }.count
    let sameTail = min(tail, rest)
    was = shown(before[same..<before.count - sameTail])
    now = shown(after[same..<after.count - sameTail])
    line =
      source[..<range.lowerBound].count { $0 == UInt8(ascii: "\n") } + 1 + same
  }
}

/// Lines without the space around them, as one.
///
/// Comments are left out, so that rewording one makes no entry of mutants.yaml
/// stale.
private func shown(_ lines: ArraySlice<Substring>) -> String {
  let words = lines.map { line in
    line.split(separator: " ").joined(separator: " ")
  }.filter { !$0.isEmpty && !$0.hasPrefix("//") }
  return words.isEmpty ? "nothing" : words.joined(separator: " ")
}

extension String {
  var splitLines: [Substring] {
    split(separator: "\n", omittingEmptySubsequences: false)
  }
}

internal import Lessons

/// A change to a function's text at one place.
struct Edit: Hashable {
  /// The bytes of the file that `text` replaces.
  var range: Range<Int>
  var text: String
  /// The narrowing, if the edit only narrows an operand.
  var narrowing: Narrowing?
}

/// A model answer with one mechanical change in one of its functions.
package struct Mutant: Sendable, Hashable {
  /// The full name of the changed function.
  package var function: String
  /// The first changed line.
  package var line: Int
  /// The changed lines before the change, joined without extra spaces.
  package var was: String
  /// The changed lines after the change; `nothing` if they were dropped.
  package var now: String
  /// The whole function after the change, from its first token.
  var text: String
  /// The whole file after the change.
  var file: String
  /// The narrowing, if the change only narrows an operand.
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

/// The lines joined into one, without extra spaces.
///
/// Comments are left out, so that rewording one does not make an entry of
/// mutants.yaml stale.
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

internal import System

/// Text of a stranger as it may be shown: without control characters and
/// characters that change the writing direction, and cut off after `limit`
/// bytes of UTF-8.
///
/// Lines stay lines; a carriage return with a newline is a newline. What shows
/// the text escapes it for its own format.
package func shown(_ text: String, limit: Int) -> String {
  // Cut first, so that a flood costs nothing. A slice ends with a whole
  // character of Unicode.
  let isCut = text.utf8.count > limit
  let kept =
    isCut
    ? text[..<text.utf8.index(text.startIndex, offsetBy: limit)] : text[...]
  let lines = kept.replacing("\r\n", with: "\n")
  return harmless(String(lines), keepingLines: true) + (isCut ? cutOff : "")
}

/// The same for text that takes one line, such as a name.
package func shownInALine(_ text: String, limit: Int = 200) -> String {
  harmless(shown(text, limit: limit))
}

private let cutOff = "\n[… cut off here]"

/// The most that is shown of one message, of a counterexample's values, and of
/// everything that a submission printed, in bytes.
enum ShownLimits {
  static let message = 2_000
  static let value = 1_000
  static let output = 8_000
  static let diagnostics = 20
}

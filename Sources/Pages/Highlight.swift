internal import Lessons
internal import System

/// Highlights Swift code; there is an array of spans for each line.
func highlighted(_ code: String) -> [[Span]] {
  var finished: [[Span]] = []
  var line: [Span] = []
  for token in styled(swiftTokens(code.withUnixLines)) {
    let pieces = token.text.utf8.split(
      separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    for (index, piece) in pieces.enumerated() {
      if index > 0 {
        finished.append(line)
        line = []
      }
      guard !piece.isEmpty else { continue }
      line.append(Span(expandingTabs(String(Substring(piece))), token.style))
    }
  }
  if !line.isEmpty { finished.append(line) }
  return finished
}

/// The tokens with their styles; adjacent spaces, operators and punctuation
/// are merged.
private func styled(_ tokens: [SwiftToken]) -> [(text: String, style: Style)] {
  var styled: [(text: String, style: Style)] = []
  var wasBetween = false
  for token in tokens {
    let isBetween = [.space, .operator, .punctuation].contains(token.kind)
    if isBetween && wasBetween {
      styled[styled.count - 1].text += token.text
    } else {
      styled.append((token.text, style(of: token.kind)))
    }
    wasBetween = isBetween
  }
  return styled
}

private func style(of kind: SwiftToken.Kind) -> Style {
  switch kind {
  case .comment: .comment
  case .string: .string
  case .number: .number
  case .keyword: .keyword
  case .type: .type
  case .space, .name, .operator, .punctuation: .code
  }
}

/// The lines of code in another language, all in one style.
func unhighlighted(_ code: String, _ style: Style) -> [[Span]] {
  var lines = code.lines
  if lines.last == "" { lines.removeLast() }
  return lines.map { [Span(expandingTabs(String($0)), style)] }
}

/// Expands tabs to the next multiple of four columns.
func expandingTabs(_ line: String) -> String {
  guard line.utf8.contains(UInt8(ascii: "\t")) else { return line }
  var expanded = ""
  var column = 0
  for character in line {
    let spaces = character == "\t" ? 4 - column % 4 : 0
    expanded +=
      spaces > 0
      ? String(repeating: " ", count: spaces) : String(character)
    column += max(spaces, 1)
  }
  return expanded
}

internal import Lessons

/// A remark as it is written in a lesson's checks:
/// `Violation("ID", ["NAME": …])`, or the same with `sentence` or `mistake`.
struct WrittenRemark {
  /// Whether its id is that of a mistake, not of a sentence.
  let isMistake: Bool
  let id: String
  /// The names of the values that it supplies.
  let values: [String]
  let line: Int
}

/// The remarks in a Swift file.
struct SaidWords {
  var remarks: [WrittenRemark] = []
  /// All string literals, since an id may be passed on before it is used.
  var strings: Set<String> = []

  private static let sayings = [
    "Violation", "sentence", "mistake", "KnownMistake",
  ]

  init(in text: String) {
    let tokens = codeTokens(text)
    for (index, token) in tokens.enumerated() {
      if token.kind == .string { strings.insert(token.literal) }
      guard Self.sayings.contains(token.text),
        index + 2 < tokens.count, tokens[index + 1].text == "(",
        tokens[index + 2].kind == .string
      else { continue }
      remarks.append(
        WrittenRemark(
          isMistake: ["mistake", "KnownMistake"].contains(token.text),
          id: tokens[index + 2].literal,
          values: names(in: tokens[(index + 3)...]),
          line: token.line))
    }
  }
}

/// The keys of the dictionary literal that the tokens begin with, after a
/// comma.
private func names(in tokens: ArraySlice<SwiftToken>) -> [String] {
  let start = tokens.startIndex
  guard tokens.count > 1, tokens[start].text == ",",
    tokens[start + 1].text == "["
  else { return [] }
  var names: [String] = []
  var depth = 0
  for index in tokens.indices.dropFirst() {
    switch tokens[index].text {
    case "[", "(", "{": depth += 1
    case "]", ")", "}": depth -= 1
    case ":" where depth == 1 && tokens[index - 1].kind == .string:
      names.append(tokens[index - 1].literal)
    default: break
    }
    if depth == 0 { break }
  }
  return names
}

extension SwiftToken {
  /// The text between the quotes of a string literal.
  fileprivate var literal: String { String(text.dropFirst().dropLast()) }
}

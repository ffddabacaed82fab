/// A token of Swift source code.
package struct SwiftToken: Sendable, Equatable {
  package enum Kind: Sendable {
    case space
    case comment
    case string
    case number
    case keyword
    /// A name that begins with a capital letter.
    case type
    /// Any other name, including `$0`.
    case name
    case `operator`
    /// A bracket, a comma, a colon or the like.
    case punctuation
  }

  package var kind: Kind
  package var text: String
  /// The range of its bytes in the source.
  package var range: Range<Int>
  /// The line on which it begins, counted from 1.
  package var line: Int
}

/// Splits Swift source into tokens; their texts, joined, are the source.
package func swiftTokens(_ code: String) -> [SwiftToken] {
  var lexer = SwiftLexer(Array(code.utf8))
  return lexer.tokens()
}

/// The tokens of Swift source, without spaces and comments.
package func codeTokens(_ code: String) -> [SwiftToken] {
  swiftTokens(code).filter { $0.kind != .space && $0.kind != .comment }
}

extension ArraySlice<SwiftToken> {
  /// The index of the bracket that closes the one at the start.
  package var closing: Int? {
    var depth = 0
    return firstIndex { token in
      depth += token.nesting
      return depth == 0
    }
  }

  /// The pieces between the commas outside inner brackets, such as arguments.
  package var arguments: [ArraySlice<SwiftToken>] {
    var depth = 0
    return split { token in
      depth += token.nesting
      return depth == 0 && token.text == ","
    }
  }
}

extension SwiftToken {
  fileprivate var nesting: Int {
    guard kind == .punctuation else { return 0 }
    return "([{".contains(text) ? 1 : ")]}".contains(text) ? -1 : 0
  }
}

private struct SwiftLexer {
  private let bytes: [UInt8]
  private var position = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  mutating func tokens() -> [SwiftToken] {
    var tokens: [SwiftToken] = []
    var line = 1
    while position < bytes.count {
      let start = position
      let kind = advance()
      let range = start..<position
      let text = String(decoding: bytes[range], as: UTF8.self)
      tokens.append(
        SwiftToken(
          kind: named(kind, text), text: text, range: range, line: line))
      line += bytes[range].count { $0 == .newline }
    }
    return tokens
  }

  private func named(_ kind: SwiftToken.Kind, _ text: String) -> SwiftToken.Kind
  {
    guard kind == .name else { return kind }
    if swiftKeywords.contains(text) || "@#".contains(text.prefix(1)) {
      return .keyword
    }
    return text.utf8.first.map { (0x41...0x5A).contains($0) } == true
      ? .type : .name
  }

  /// Moves past one token and returns its kind; keywords and types are names.
  private mutating func advance() -> SwiftToken.Kind {
    let byte = bytes[position]
    if byte.isSpace {
      skip(while: \.isSpace)
      return .space
    }
    if byte == UInt8(ascii: "/"), byteAhead == UInt8(ascii: "/") {
      skip { $0 != .newline }
      return .comment
    }
    if byte == UInt8(ascii: "/"), byteAhead == UInt8(ascii: "*") {
      skipBlockComment()
      return .comment
    }
    if byte == UInt8(ascii: "\"") || isRawString {
      skipString()
      return .string
    }
    if byte.isDigit {
      skipNumber()
      return .number
    }
    position += 1
    if byte.isWord || [UInt8(ascii: "@"), .hash, .dollar].contains(byte) {
      skip(while: \.isWord)
      return .name
    }
    guard byte.isOperator else { return .punctuation }
    // An operator contains dots only if it begins with two, as `...` does.
    let joinsDots =
      byte == .dot && position < bytes.count && bytes[position] == .dot
    guard byte != .dot || joinsDots else { return .punctuation }
    while position < bytes.count, !beginsComment,
      bytes[position].isOperator && (bytes[position] != .dot || joinsDots)
    { position += 1 }
    return .operator
  }

  private var byteAhead: UInt8 {
    position + 1 < bytes.count ? bytes[position + 1] : 0
  }

  private var beginsComment: Bool {
    bytes[position] == UInt8(ascii: "/")
      && [UInt8(ascii: "/"), UInt8(ascii: "*")].contains(byteAhead)
  }

  private var isRawString: Bool {
    guard bytes[position] == .hash else { return false }
    let end = bytes[position...].firstIndex { $0 != .hash }
    return end.map { bytes[$0] == UInt8(ascii: "\"") } ?? false
  }

  private mutating func skip(while condition: (UInt8) -> Bool) {
    while position < bytes.count, condition(bytes[position]) { position += 1 }
  }

  /// Moves past a number with its fraction and exponent; `0..<5` ends at the
  /// dots.
  private mutating func skipNumber() {
    let start = position
    skip(while: \.isWord)
    if position < bytes.count, bytes[position] == .dot, byteAhead.isDigit {
      position += 1
      skip(while: \.isWord)
    }
    let isHexadecimal = bytes[start...].starts(with: "0x".utf8)
    let ends = [UInt8(ascii: "e"), UInt8(ascii: "E")]
    if !isHexadecimal, ends.contains(bytes[position - 1]),
      position < bytes.count, byteAhead.isDigit,
      [UInt8(ascii: "-"), UInt8(ascii: "+")].contains(bytes[position])
    {
      position += 1
      skip(while: \.isWord)
    }
  }

  private mutating func skipBlockComment() {
    var depth = 0
    repeat {
      let pair = (bytes[position], byteAhead)
      if pair == (UInt8(ascii: "/"), UInt8(ascii: "*")) {
        depth += 1
        position += 1
      } else if pair == (UInt8(ascii: "*"), UInt8(ascii: "/")) {
        depth -= 1
        position += 1
      }
      position += 1
    } while depth > 0 && position < bytes.count
    position = min(position, bytes.count)
  }

  /// Moves past a string, single-line or multiline, raw or not.
  private mutating func skipString() {
    let quote = UInt8(ascii: "\"")
    var hashes: [UInt8] = []
    while bytes[position] == .hash {
      hashes.append(.hash)
      position += 1
    }
    let isLong = bytes[position...].starts(with: [quote, quote, quote])
    let end = Array(repeating: quote, count: isLong ? 3 : 1) + hashes
    position += isLong ? 3 : 1
    while position < bytes.count, !bytes[position...].starts(with: end) {
      if bytes[position] == .newline, !isLong { return }
      if bytes[position] == UInt8(ascii: "\\"), hashes.isEmpty { position += 1 }
      position += 1
    }
    position = min(position + end.count, bytes.count)
  }
}

extension UInt8 {
  fileprivate static let hash = UInt8(ascii: "#")
  fileprivate static let dollar = UInt8(ascii: "$")
  fileprivate static let dot = UInt8(ascii: ".")

  fileprivate var isSpace: Bool { self == 0x20 || (0x09...0x0D).contains(self) }

  fileprivate var isDigit: Bool { (0x30...0x39).contains(self) }

  /// Whether a name may contain this byte; all non-ASCII bytes count.
  fileprivate var isWord: Bool {
    isDigit || self == UInt8(ascii: "_") || self >= 0x80
      || (0x61...0x7A).contains(self) || (0x41...0x5A).contains(self)
  }

  fileprivate var isOperator: Bool { "+-*/%<>=!&|^~?.".utf8.contains(self) }
}

private let swiftKeywords: Set<String> = [
  "as", "associatedtype", "await", "async", "break", "case", "catch",
  "continue", "default", "defer", "do", "else", "enum", "extension",
  "fallthrough", "false", "fileprivate", "for", "func", "guard", "if",
  "import", "in", "init", "inout", "internal", "is", "let", "mutating",
  "nil", "operator", "package", "private", "protocol", "public", "repeat",
  "rethrows", "return", "self", "Self", "some", "any", "static", "struct",
  "subscript", "super", "switch", "throw", "throws", "true", "try",
  "typealias", "var", "where", "while", "class", "actor", "borrowing",
  "consuming",
]

internal import System

/// Swift with its strings, comments, keywords, numbers and types told apart;
/// a line of spans for each line of code.
func highlighted(_ code: String) -> [[Span]] {
  var lexer = Lexer(Array(code.withUnixLines.utf8))
  return lexer.lines()
}

/// Code of another language, in one style.
func unhighlighted(_ code: String, _ style: Style) -> [[Span]] {
  var lines = code.lines
  if lines.last == "" { lines.removeLast() }
  return lines.map { [Span(expandingTabs(String($0)), style)] }
}

/// Tabs as the spaces up to the next multiple of four columns.
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

private struct Lexer {
  private let bytes: [UInt8]
  private var position = 0
  private var finished: [[Span]] = []
  private var line: [Span] = []

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  mutating func lines() -> [[Span]] {
    while position < bytes.count {
      let start = position
      let style = token()
      emit(start, style)
    }
    if !line.isEmpty { finished.append(line) }
    return finished
  }

  /// Moves past one token and says what it is.
  private mutating func token() -> Style {
    let byte = bytes[position]
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
      skip { $0.isWord || $0 == UInt8(ascii: ".") }
      // A range such as 0..<5 ends the number.
      while bytes[position - 1] == UInt8(ascii: ".") { position -= 1 }
      return .number
    }
    guard byte.isWord || byte == UInt8(ascii: "@") || byte == .hash else {
      position += 1
      skip {
        !$0.isWord && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "/")
          && $0 != UInt8(ascii: "@") && $0 != .hash
      }
      return .code
    }
    let start = position
    position += 1
    skip { $0.isWord }
    let word = String(decoding: bytes[start..<position], as: UTF8.self)
    if keywords.contains(word) || !byte.isWord { return .keyword }
    return (0x41...0x5A).contains(byte) ? .type : .code
  }

  private var byteAhead: UInt8 {
    position + 1 < bytes.count ? bytes[position + 1] : 0
  }

  private var isRawString: Bool {
    guard bytes[position] == .hash else { return false }
    let end = bytes[position...].firstIndex { $0 != .hash }
    return end.map { bytes[$0] == UInt8(ascii: "\"") } ?? false
  }

  private mutating func skip(while condition: (UInt8) -> Bool) {
    while position < bytes.count, condition(bytes[position]) { position += 1 }
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

  /// Moves past a string: of one line or of many, raw or not.
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

  /// Adds the bytes since `start`, line by line.
  private mutating func emit(_ start: Int, _ style: Style) {
    var first = true
    for piece in bytes[start..<position].split(
      separator: .newline, omittingEmptySubsequences: false)
    {
      if !first {
        finished.append(line)
        line = []
      }
      first = false
      guard !piece.isEmpty else { continue }
      let text = String(decoding: piece, as: UTF8.self)
      line.append(Span(expandingTabs(text), style))
    }
  }
}

extension UInt8 {
  fileprivate static let newline = UInt8(ascii: "\n")
  fileprivate static let hash = UInt8(ascii: "#")

  fileprivate var isDigit: Bool { (0x30...0x39).contains(self) }

  /// Whether a name may hold this byte; bytes of other alphabets may be.
  fileprivate var isWord: Bool {
    isDigit || self == UInt8(ascii: "_") || self >= 0x80
      || (0x61...0x7A).contains(self) || (0x41...0x5A).contains(self)
  }
}

private let keywords: Set<String> = [
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

/// Reads a declaration from left to right, with regard to nested brackets.
struct SignatureScanner {
  private var text: Substring

  init(_ text: String) { self.text = text[...] }

  var isAtEnd: Bool { text.allSatisfy(\.isWhitespace) }

  /// Skips a token; returns false if something else comes next.
  mutating func skip(_ token: String) -> Bool {
    var ahead = self
    ahead.skipSpace()
    guard ahead.text.hasPrefix(token) else { return false }
    ahead.text = ahead.text.dropFirst(token.count)
    if let end = token.last, end.isWordCharacter,
      ahead.text.first?.isWordCharacter == true
    {
      return false
    }
    self = ahead
    return true
  }

  /// Reads a name; returns an empty string if something else comes next.
  mutating func word() -> String {
    skipSpace()
    let word = text.prefix(while: \.isWordCharacter)
    text = text[word.endIndex...]
    return word.first?.isNumber == true ? "" : String(word)
  }

  /// Reads the text before a closing bracket, and skips the bracket.
  mutating func upTo(_ closing: Character) -> String? {
    guard let end = Self.firstIndex(of: closing, in: text) else { return nil }
    let inside = Self.tidy(text[..<end])
    text = text[text.index(after: end)...]
    return inside
  }

  /// Reads `throws` or `throws(E)`, if it comes next.
  mutating func effect() -> String {
    guard skip("throws") else { return "" }
    guard skip("("), let type = upTo(")") else { return "throws" }
    return "throws(\(type))"
  }

  /// Reads the rest of the text.
  mutating func rest() -> String {
    defer { text = text[text.endIndex...] }
    return Self.tidy(text)
  }

  private mutating func skipSpace() {
    text = text.drop(while: \.isWhitespace)
  }
}

extension SignatureScanner {
  /// The pieces between the commas outside brackets.
  static func split(_ list: String) -> [String] {
    var pieces: [String] = []
    var rest = list[...]
    while let comma = firstIndex(of: ",", in: rest) {
      pieces.append(tidy(rest[..<comma]))
      rest = rest[rest.index(after: comma)...]
    }
    return pieces + [tidy(rest)]
  }

  /// A parameter's type without its default value.
  static func withoutDefault(_ type: String) -> String {
    tidy(type[..<(firstIndex(of: "=", in: type[...]) ?? type.endIndex)])
  }

  /// Whether this could be a type: it is not empty, and its brackets match.
  static func isType(_ text: String) -> Bool {
    guard let first = text.first,
      first.isWordCharacter || "([@".contains(first),
      !text.contains(where: { "{}=;#".contains($0) })
    else { return false }
    return firstIndex(of: "\u{0}", in: text + "\u{0}") == text.endIndex
  }

  /// The first place of a character outside brackets and strings.
  ///
  /// Nil if there is none, or if the brackets before it do not match.
  private static func firstIndex(
    of wanted: Character, in text: some StringProtocol
  ) -> String.Index? {
    let closers: [Character: Character] = [
      "(": ")", "[": "]", "{": "}", "<": ">",
    ]
    var open: [Character] = []
    var previous: Character = " "
    var inString = false
    for index in text.indices {
      let character = text[index]
      defer { previous = character }
      if character == "\"" && previous != "\\" { inString.toggle() }
      if inString || (character == ">" && previous == "-") { continue }
      if character == wanted && open.isEmpty { return index }
      if let closer = closers[character] {
        open.append(closer)
      } else if ")]}>".contains(character), open.popLast() != character {
        return nil
      }
    }
    return nil
  }

  /// The text with single spaces, and none at its ends.
  private static func tidy(_ text: some StringProtocol) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}

extension Character {
  fileprivate var isWordCharacter: Bool {
    isLetter || isNumber || self == "_"
  }
}

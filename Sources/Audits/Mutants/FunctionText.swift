internal import Lessons

/// A top-level function of a file, as tokens without whitespace and comments.
struct FunctionText {
  /// The full name, such as `crossEntropy(logits:_:)`.
  let name: String
  let signature: Signature
  let isPublic: Bool

  /// The tokens from the first, such as `public`, to the closing brace.
  let tokens: [SwiftToken]
  /// The tokens between the braces.
  let body: Range<Int>
  /// The index of each bracket's matching bracket.
  let partners: [Int: Int]
  /// The indices of the tokens that begin a line.
  let lineStarts: Set<Int>
  /// The indices of the tokens with whitespace or a comment before them.
  let spaced: Set<Int>
  /// The file's text, in UTF-8.
  let source: [UInt8]

  /// The range of its bytes in the file.
  var range: Range<Int> {
    tokens[0].range.lowerBound..<tokens[tokens.count - 1].range.upperBound
  }

  func text(_ range: Range<Int>) -> String {
    String(decoding: source[range], as: UTF8.self)
  }

  /// The text of a range of tokens, including everything between them.
  func text(ofTokens range: Range<Int>) -> String { text(bytes(range)) }

  func bytes(_ range: Range<Int>) -> Range<Int> {
    guard !range.isEmpty else {
      let place = tokens[range.lowerBound].range.lowerBound
      return place..<place
    }
    return tokens[range.lowerBound].range
      .lowerBound..<tokens[range.upperBound - 1].range.upperBound
  }

  func kind(_ index: Int) -> SwiftToken.Kind { tokens[index].kind }

  func token(_ index: Int) -> String {
    tokens.indices.contains(index) ? tokens[index].text : ""
  }
}

extension FunctionText {
  /// The functions that a file declares outside any type.
  static func all(in text: String) -> [FunctionText] {
    let all = swiftTokens(text)
    let source = Array(text.utf8)
    var functions: [FunctionText] = []
    var depth = 0
    var start = 0
    var index = 0
    while index < all.count {
      let token = all[index]
      if depth == 0, token.text == "func",
        let end = closing(after: index, in: all)
      {
        let range = start..<end + 1
        if let function = FunctionText(
          all[range], keyword: token.range.lowerBound, source)
        {
          functions.append(function)
        }
        index = end + 1
        start = index
        continue
      }
      if token.text == "{" { depth += 1 }
      if token.text == "}" { depth -= 1 }
      // A declaration begins on a line of its own.
      let startsLine = token.kind == .space && token.text.contains("\n")
      if depth == 0, startsLine || token.kind == .comment { start = index + 1 }
      index += 1
    }
    return functions
  }

  /// The brace that closes the body after `func`.
  private static func closing(
    after keyword: Int, in tokens: [SwiftToken]
  ) -> Int? {
    var depth = 0
    for index in tokens.indices[keyword...] {
      if tokens[index].text == "{" { depth += 1 }
      guard tokens[index].text == "}" else { continue }
      depth -= 1
      if depth == 0 { return index }
    }
    return nil
  }

  private init?(
    _ all: ArraySlice<SwiftToken>, keyword: Int, _ source: [UInt8]
  ) {
    var tokens: [SwiftToken] = []
    var lineStarts: Set<Int> = []
    var spaced: Set<Int> = []
    for token in all {
      if token.kind == .space || token.kind == .comment {
        spaced.insert(tokens.count)
        if token.text.contains("\n") { lineStarts.insert(tokens.count) }
      } else {
        tokens.append(token)
      }
    }
    guard let open = tokens.firstIndex(where: { $0.text == "{" }) else {
      return nil
    }
    let head = String(
      decoding: source[keyword..<tokens[open].range.lowerBound], as: UTF8.self)
    guard let signature = try? Signature("public " + head) else { return nil }
    var partners: [Int: Int] = [:]
    var opened: [Int] = []
    for (index, token) in tokens.enumerated() where token.kind == .punctuation {
      if "([{".contains(token.text) { opened.append(index) }
      guard ")]}".contains(token.text) else { continue }
      guard let partner = opened.popLast() else { return nil }
      partners[partner] = index
      partners[index] = partner
    }
    name = signature.fullName
    self.signature = signature
    isPublic = tokens[0].text == "public"
    self.tokens = tokens
    body = open + 1..<tokens.count - 1
    self.partners = partners
    self.lineStarts = lineStarts
    self.spaced = spaced
    self.source = source
  }
}

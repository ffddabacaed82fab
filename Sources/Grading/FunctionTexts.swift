/// A function found in a learner's file.
///
/// It is found by a light scan, not a parser: enough to see where each function
/// begins and which others of the file it calls.
struct FunctionText: Equatable {
  var baseName: String

  /// The argument labels, `_` for none.
  var labels: [String]

  /// The body, with comments and strings blanked.
  var body: String

  /// The lines of the whole function, counting from 1.
  var lines: ClosedRange<Int>

  /// The full name, such as `crossEntropy(logits:_:)`.
  var fullName: String {
    "\(baseName)(\(labels.map { $0 + ":" }.joined()))"
  }
}

extension FunctionText {
  /// The functions of a file, including nested functions and methods.
  static func all(in text: String) -> [FunctionText] {
    let code = Array(withoutCommentsAndStrings(text).utf8)
    var found: [FunctionText] = []
    for start in words("func", in: code) {
      var place = skippingSpace(code, from: start + 4)
      let nameStart = place
      while place < code.count, isIdentifier(code[place]) { place += 1 }
      let name = String(decoding: code[nameStart..<place], as: UTF8.self)
      guard !name.isEmpty,
        let open = code[place...].firstIndex(of: UInt8(ascii: "(")),
        let close = closing(code, from: open),
        let bodyStart = code[close...].firstIndex(of: UInt8(ascii: "{")),
        let bodyEnd = closing(code, from: bodyStart)
      else { continue }
      let labels = arguments(code[(open + 1)..<close]).map { argument in
        String(argument.prefix { $0 != " " && $0 != ":" })
      }
      let line = { (end: Int) in code[..<end].count { $0 == newline } + 1 }
      found.append(
        FunctionText(
          baseName: name, labels: labels,
          body: String(
            decoding: code[(bodyStart + 1)..<bodyEnd], as: UTF8.self),
          lines: line(start)...line(bodyEnd)))
    }
    return found
  }

  /// Whether the body calls a function or passes it on by name.
  ///
  /// The labels tell functions with the same base name apart.
  func mentions(_ fullName: String, isOnlyOfItsName: Bool) -> Bool {
    let baseName = String(fullName.prefix { $0 != "(" })
    let code = Array(body.utf8)
    for start in Self.words(baseName, in: code) {
      // Skip a member of something else.
      if start > 0, code[start - 1] == UInt8(ascii: ".") { continue }
      if isOnlyOfItsName { return true }
      let open = start + baseName.utf8.count
      guard open < code.count, code[open] == UInt8(ascii: "("),
        let close = closing(code, from: open)
      else { continue }
      let labels = arguments(code[(open + 1)..<close]).map { argument in
        argument.prefixMatch(of: /(\w+)\s*:/).map { String($0.1) } ?? "_"
      }
      let called = "\(baseName)(\(labels.map { $0 + ":" }.joined()))"
      if called == fullName { return true }
    }
    return false
  }

  /// The positions where a word stands by itself.
  private static func words(_ word: String, in code: [UInt8]) -> [Int] {
    let wanted = Array(word.utf8)
    return code.indices.dropLast(max(0, wanted.count - 1)).filter { start in
      code[start...].starts(with: wanted)
        && (start == 0 || !isIdentifier(code[start - 1]))
        && (start + wanted.count == code.count
          || !isIdentifier(code[start + wanted.count]))
    }
  }
}

private let newline = UInt8(ascii: "\n")

private func isIdentifier(_ byte: UInt8) -> Bool {
  byte >= 128 || byte == UInt8(ascii: "_")
    || Character(UnicodeScalar(byte)).isLetter
    || Character(UnicodeScalar(byte)).isNumber
}

private func skippingSpace(_ code: [UInt8], from start: Int) -> Int {
  code[min(start, code.count)...].firstIndex { $0 > 32 } ?? code.count
}

/// The position of the bracket that closes the one at `open`.
private func closing(_ code: [UInt8], from open: Int) -> Int? {
  var depth = 0
  for index in open..<code.count {
    switch code[index] {
    case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"): depth += 1
    case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"):
      depth -= 1
      if depth == 0 { return index }
    default: continue
    }
  }
  return nil
}

/// The arguments between two parentheses, trimmed.
private func arguments(_ code: ArraySlice<UInt8>) -> [String] {
  var depth = 0
  let parts = code.split { byte in
    switch byte {
    case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"): depth += 1
    case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"): depth -= 1
    default: break
    }
    return depth == 0 && byte == UInt8(ascii: ",")
  }
  return parts.map { part in
    String(
      decoding: part.drop { $0 <= 32 }.reversed().drop { $0 <= 32 }.reversed(),
      as: UTF8.self)
  }.filter { !$0.isEmpty }
}

/// Replaces comments and strings with spaces.
///
/// Every line keeps its number.
func withoutCommentsAndStrings(_ text: String) -> String {
  var code = Array(text.utf8)
  var index = 0
  func starts(_ word: String, at place: Int) -> Bool {
    code[place...].starts(with: word.utf8)
  }
  func blank(to end: Int) {
    for place in index..<min(end, code.count) where code[place] != newline {
      code[place] = UInt8(ascii: " ")
    }
    index = min(end, code.count)
  }
  while index < code.count {
    if starts("//", at: index) {
      blank(to: code[index...].firstIndex(of: newline) ?? code.count)
    } else if starts("/*", at: index) {
      var (end, depth) = (index + 2, 1)
      while end < code.count, depth > 0 {
        if starts("*/", at: end) {
          (depth, end) = (depth - 1, end + 1)
        } else if starts("/*", at: end) {
          (depth, end) = (depth + 1, end + 1)
        }
        end += 1
      }
      blank(to: end)
    } else if code[index] == UInt8(ascii: "\"") {
      let quote = starts("\"\"\"", at: index) ? "\"\"\"" : "\""
      var end = index + quote.utf8.count
      while end < code.count, !starts(quote, at: end) {
        if code[end] == newline, quote.utf8.count == 1 { break }
        end += code[end] == UInt8(ascii: "\\") ? 2 : 1
      }
      blank(to: end + quote.utf8.count)
    } else {
      index += 1
    }
  }
  return String(decoding: code, as: UTF8.self)
}

internal import Lessons

/// A function as it stands in a learner's file.
///
/// Read by its tokens, not by a parser: enough to see which functions of the
/// file another one calls, and where each begins.
struct FunctionText: Equatable {
  var baseName: String

  /// The argument labels, `_` for none.
  var labels: [String]

  /// The body, without space and comments.
  var body: [SwiftToken]

  /// The lines of the whole function, counting from 1.
  var lines: ClosedRange<Int>

  /// Such as `crossEntropy(logits:_:)`.
  var fullName: String { Self.fullName(baseName, labels) }

  private static func fullName(_ name: String, _ labels: [String]) -> String {
    "\(name)(\(labels.map { $0 + ":" }.joined()))"
  }
}

extension FunctionText {
  /// The functions of a file, including nested functions and methods.
  static func all(in text: String) -> [FunctionText] {
    let tokens = codeTokens(text)
    return tokens.indices.dropLast().compactMap { start in
      guard tokens[start].text == "func",
        [.name, .type].contains(tokens[start + 1].kind),
        let open = tokens[start...].firstIndex(where: { $0.text == "(" }),
        let close = tokens[open...].closing,
        let brace = tokens[close...].firstIndex(where: { $0.text == "{" }),
        let end = tokens[brace...].closing
      else { return nil }
      return FunctionText(
        baseName: tokens[start + 1].text,
        labels: tokens[(open + 1)..<close].arguments.compactMap(\.first?.text),
        body: Array(tokens[(brace + 1)..<end]),
        lines: tokens[start].line...tokens[end].line)
    }
  }

  /// Whether the body calls a function or passes it on by name.
  ///
  /// The labels tell functions with the same base name apart.
  func mentions(_ fullName: String, isOnlyOfItsName: Bool) -> Bool {
    let baseName = String(fullName.prefix { $0 != "(" })
    return body.indices.contains { place in
      // After a dot it is a member of something else.
      guard body[place].text == baseName,
        place == 0 || body[place - 1].text != "."
      else { return false }
      if isOnlyOfItsName { return true }
      guard place + 1 < body.count, body[place + 1].text == "(",
        let close = body[(place + 1)...].closing
      else { return false }
      let labels = body[(place + 2)..<close].arguments.map { argument in
        argument.dropFirst().first?.text == ":" ? argument.first?.text : nil
      }
      return Self.fullName(baseName, labels.map { $0 ?? "_" }) == fullName
    }
  }
}

/// A line of Swift without its comments, and with empty strings.
func bareLine(_ line: String) -> String {
  swiftTokens(line).map { token in
    switch token.kind {
    case .comment: ""
    case .string: "\"\""
    default: token.text
    }
  }.joined()
}

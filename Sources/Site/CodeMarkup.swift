internal import Lessons

/// Code with its tokens marked by class; only Swift is highlighted.
func codeMarkup(_ code: String, language: String) -> HTML {
  let text = code.hasSuffix("\n") ? String(code.dropLast()) : code
  guard language == "swift" else {
    return HTML("pre", HTML("code", text))
  }
  let tokens = swiftTokens(text).map { token in
    token.kind.mark.map { HTML("span", ["class": $0], token.text) }
      ?? HTML(token.text)
  }
  return HTML("pre", HTML("code", ["class": "swift"], tokens))
}

extension SwiftToken.Kind {
  /// The class of its tokens; nil where they look like other text.
  fileprivate var mark: String? {
    switch self {
    case .comment: "comment"
    case .string: "string"
    case .number: "number"
    case .keyword: "keyword"
    case .type: "type"
    case .space, .name, .operator, .punctuation: nil
    }
  }
}

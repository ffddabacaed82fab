/// A public declaration of the library, and its documentation.
package struct LibraryDeclaration: Sendable, Equatable, Codable {
  /// The module that contains it, such as `Tensors`.
  package var module: String
  /// The type it belongs to, or nil if it is at the top level.
  package var owner: String?
  /// The name alone, such as `sum`.
  package var baseName: String
  /// The name with its labels, such as `sum(axis:keepingDimensions:)`.
  package var name: String
  /// The exact text, without the body.
  package var text: String
  /// The documentation, in Markdown.
  package var documentation: String

  /// The module and, if the declaration is a member, its type, as in
  /// `Tensors: Tensor`.
  package var place: String { owner.map { "\(module): \($0)" } ?? module }

  /// The first paragraph, which is one sentence.
  package var summary: String {
    documentation.split(separator: "\n", omittingEmptySubsequences: false)
      .prefix { !$0.isEmpty }.joined(separator: " ")
  }
}

extension LibraryDeclaration {
  /// The documented public declarations in a file, in order.
  package static func all(
    in source: String, module: String
  ) -> [LibraryDeclaration] {
    let tokens = swiftTokens(source)
    var found: [LibraryDeclaration] = []
    var owner: String?
    var depth = 0
    var comment: [String] = []
    for (place, token) in tokens.enumerated() {
      switch token.kind {
      case .space: continue
      case .comment where token.text.hasPrefix("///"):
        comment.append(String(token.text.dropFirst(3)))
        continue
      case .keyword where token.text.hasPrefix("@"): continue
      default: break
      }
      if token.text == "public", !comment.isEmpty,
        let one = LibraryDeclaration(
          tokens[(place + 1)...], module: module,
          owner: depth == 0 ? nil : owner, comment: comment)
      {
        found.append(one)
      }
      if depth == 0, typeKeywords.contains(token.text) {
        owner = tokens[place...].first { $0.kind == .type }?.text
      }
      if token.text == "{" { depth += 1 }
      if token.text == "}" { depth -= 1 }
      comment = []
    }
    return found
  }

  /// Returns nil for a declaration without a plain name, such as an operator.
  private init?(
    _ tokens: ArraySlice<SwiftToken>, module: String, owner: String?,
    comment: [String]
  ) {
    let declaration = tokens.declaration
    let code = declaration.filter { $0.kind != .space && $0.kind != .comment }
    let kinds =
      typeKeywords + ["typealias", "func", "init", "subscript", "var", "let"]
    guard let kind = code.firstIndex(where: { kinds.contains($0.text) }) else {
      return nil
    }
    var rest = code[(kind + 1)...]
    if ["init", "subscript"].contains(code[kind].text) {
      baseName = code[kind].text
    } else {
      guard let named = rest.popFirst(), [.name, .type].contains(named.kind)
      else { return nil }
      baseName = named.text
    }
    name = baseName
    if ["func", "init", "subscript"].contains(code[kind].text),
      let open = rest.firstIndex(where: { $0.text == "(" }),
      let close = rest[open...].closing
    {
      let labels = rest[(open + 1)..<close].arguments.compactMap {
        $0.first { !$0.text.hasPrefix("@") }?.text
      }
      name += "(" + labels.map { $0 + ":" }.joined() + ")"
    }
    text = declaration.map(\.text).joined()
    self.module = module
    self.owner = owner
    documentation = comment.map {
      $0.hasPrefix(" ") ? String($0.dropFirst()) : $0
    }.joined(separator: "\n")
  }
}

private let typeKeywords = ["extension", "struct", "enum", "protocol", "class"]

extension ArraySlice<SwiftToken> {
  /// The tokens up to a body, a value, or the end of the line, without the
  /// space around them; an alias includes what it stands for.
  fileprivate var declaration: ArraySlice<SwiftToken> {
    let isAlias = first { $0.kind != .space }?.text == "typealias"
    var depth = 0
    var end = startIndex
    for (place, token) in zip(indices, self) {
      if depth == 0 {
        if token.text == "{" || token.text == "=" && !isAlias { break }
        if token.kind == .space, token.text.contains("\n"), end > startIndex {
          break
        }
      }
      if ["(", "["].contains(token.text) { depth += 1 }
      if [")", "]"].contains(token.text) { depth -= 1 }
      if token.kind != .space { end = place + 1 }
    }
    return self[startIndex..<end].drop { $0.kind == .space }
  }
}

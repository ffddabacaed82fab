/// Markup whose text is escaped, so that no lesson can break a page.
package struct HTML: Sendable, Equatable {
  package private(set) var markup: String

  /// Text; its special characters are escaped.
  package init(_ text: String) { markup = escaped(text, inAttribute: false) }

  /// A sentence of the program, in which backticks set off code.
  package init(sentence text: String) {
    let parts = text.split(separator: "`", omittingEmptySubsequences: false)
    // A backtick without a partner is text.
    guard parts.count % 2 == 1 else {
      self.init(text)
      return
    }
    self.init(
      parts.enumerated().map { index, part in
        index % 2 == 0 ? HTML(String(part)) : HTML("code", String(part))
      })
  }

  /// One after the other.
  package init(_ parts: [HTML]) {
    markup = parts.map(\.markup).joined()
  }

  /// Markup that was made elsewhere, such as a figure.
  package init(markup: String) { self.markup = markup }

  /// An element with its attributes and contents.
  ///
  /// An attribute whose value is nil is left out; an empty one is written
  /// without a value.
  package init(
    _ name: String, _ attributes: KeyValuePairs<String, String?>,
    _ contents: [HTML]
  ) {
    markup = "<\(name)"
    for (name, value) in attributes {
      guard let value else { continue }
      markup += " \(name)"
      if !value.isEmpty {
        markup += "=\"\(escaped(value, inAttribute: true))\""
      }
    }
    markup += ">"
    if Self.empty.contains(name) { return }
    for one in contents { markup += one.markup }
    markup += "</\(name)>"
  }

  package init(
    _ name: String, _ attributes: KeyValuePairs<String, String?>,
    _ contents: HTML...
  ) {
    self.init(name, attributes, contents)
  }

  package init(
    _ name: String, _ attributes: KeyValuePairs<String, String?>,
    _ text: String
  ) {
    self.init(name, attributes, [HTML(text)])
  }

  package init(_ name: String, _ contents: [HTML]) {
    self.init(name, [:], contents)
  }

  package init(_ name: String, _ contents: HTML...) {
    self.init(name, [:], contents)
  }

  package init(_ name: String, _ text: String) {
    self.init(name, [:], [HTML(text)])
  }

  /// The elements that have no contents and no end tag.
  private static let empty: Set<String> = [
    "br", "hr", "img", "input", "link", "meta",
  ]
}

private func escaped(_ text: String, inAttribute: Bool) -> String {
  var escaped = ""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "&": escaped += "&amp;"
    case "<": escaped += "&lt;"
    case ">": escaped += "&gt;"
    case "\"" where inAttribute: escaped += "&quot;"
    // Control characters are not allowed in HTML.
    case _ where scalar.value < 0x20 && scalar != "\n" && scalar != "\t":
      escaped += "\u{FFFD}"
    default: escaped.unicodeScalars.append(scalar)
    }
  }
  return escaped
}

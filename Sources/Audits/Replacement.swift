internal import Lessons

/// A wrong answer as a complete file: the model answer with the mistake's
/// declarations in place of those of the same name and labels.
///
/// A public function with other labels replaces the body of the only one of its
/// name, so that renaming a label leaves the mistakes as they are.
///
/// Declarations and imports that the model answer lacks are added. Both files
/// must be formatted: a line that begins with a letter begins a declaration.
func submission(exchanging mistake: String, in model: String) -> String {
  var kept = Declaration.all(in: model)
  var imports = lines(ofImportsIn: model)
  for line in lines(ofImportsIn: mistake) where !imports.contains(line) {
    imports.append(line)
  }
  for declaration in Declaration.all(in: mistake) {
    if let index = kept.firstIndex(where: { $0.key == declaration.key }) {
      kept[index] = declaration
    } else if let index = declaration.namesake(in: kept),
      let text = kept[index].text(withBodyOf: declaration)
    {
      kept[index].text = text
    } else {
      kept.append(declaration)
    }
  }
  return imports.map { $0 + "\n" }.joined()
    + kept.map { "\n" + $0.text + "\n" }.joined()
}

/// The lines of a file that import a module.
private func lines(ofImportsIn text: String) -> [String] {
  text.split(separator: "\n").filter {
    $0.hasPrefix("import ") || $0.hasPrefix("@") && $0.contains(" import ")
  }.map(String.init)
}

/// A top-level declaration of a file.
struct Declaration: Equatable {
  /// What identifies it, such as `func loss(logits:_:)`.
  var key: String

  /// Its lines, with those of its doc comment and attributes.
  var text: String

  static func all(in text: String) -> [Declaration] {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let starts = lines.indices.filter { beginsDeclaration(lines[$0]) }
    var found: [Declaration] = []
    for (number, start) in starts.enumerated() {
      let next = number + 1 < starts.count ? starts[number + 1] : lines.count
      var first = start
      while first > 0,
        lines[first - 1].hasPrefix("///")
          || lines[first - 1].hasPrefix("@")
      { first -= 1 }
      // Ends before the comment of the next declaration.
      let end = lines[start..<next].lastIndex {
        !$0.isEmpty && !$0.hasPrefix("//") && !$0.hasPrefix("@")
      }
      let own = lines[start...(end ?? start)].joined(separator: "\n")
      var key = key(of: own)
      // Two extensions of one type are told apart by their order.
      while found.contains(where: { $0.key == key }) { key += "'" }
      found.append(
        Declaration(
          key: key,
          text: (lines[first..<start].map { $0 + "\n" }).joined() + own))
    }
    return found
  }

  private static func beginsDeclaration(_ line: Substring) -> Bool {
    guard let first = line.first, first.isLetter else { return false }
    return !line.hasPrefix("import ")
  }

  /// The keyword and the name, and a function's labels.
  private static func key(of text: String) -> String {
    let tokens = codeTokens(text)
    let keywords: Set = [
      "func", "struct", "enum", "class", "extension", "let", "var", "typealias",
      "protocol",
    ]
    guard let place = tokens.firstIndex(where: { keywords.contains($0.text) }),
      place + 1 < tokens.count
    else { return text }
    let name = "\(tokens[place].text) \(tokens[place + 1].text)"
    guard tokens[place].text == "func",
      let open = tokens[place...].firstIndex(where: { $0.text == "(" }),
      let close = tokens[open...].closing
    else { return name }
    let labels = tokens[(open + 1)..<close].arguments.compactMap(\.first?.text)
    return "\(name)(\(labels.map { $0 + ":" }.joined()))"
  }

  /// The only function of this one's name, whatever its labels are.
  func namesake(in others: [Declaration]) -> Int? {
    guard let name = publicFunction else { return nil }
    let places = others.indices.filter { others[$0].publicFunction == name }
    return places.count == 1 ? places[0] : nil
  }

  /// The text with the body of another function.
  func text(withBodyOf other: Declaration) -> String? {
    guard let start = bodyStart, let otherStart = other.bodyStart else {
      return nil
    }
    return String(decoding: text.utf8.prefix(start), as: UTF8.self)
      + String(decoding: other.text.utf8.dropFirst(otherStart), as: UTF8.self)
  }

  /// The name without labels.
  private var publicFunction: Substring? {
    let tokens = codeTokens(text)
    guard tokens.first?.text == "public", key.hasPrefix("func ") else {
      return nil
    }
    return key.prefix { $0 != "(" }
  }

  /// The byte at which a function's body begins.
  private var bodyStart: Int? {
    let tokens = codeTokens(text)
    guard let open = tokens.firstIndex(where: { $0.text == "(" }),
      let close = tokens[open...].closing
    else { return nil }
    return tokens[close...].first { $0.text == "{" }?.range.lowerBound
  }
}

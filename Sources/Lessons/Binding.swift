/// Where a number in the text comes from.
package struct Binding: Sendable, Equatable {
  package enum Source: Sendable, Equatable {
    /// The number at this index among those that the cell prints.
    case cell(String, index: Int)
    /// Somebody else's number, and whose.
    case quoted(String)
  }

  /// The number as the text writes it: `40`, `−3.4`, `12.5%` or `60,000`.
  package var number: String
  package var source: Source
  package var line: Int
}

extension Binding {
  /// Reads `<!-- = prices[0] -->` or `<!-- quoted: source -->` with the last
  /// number of the text before it; nil for any other comment.
  init?(
    comment: String, after inlines: [Inline], line: Int, in file: String
  ) throws(LessonError) {
    guard let words = Self.words(ofComment: comment) else { return nil }
    func mistake(_ problem: String, _ remedy: String) -> LessonError {
      LessonError(file: file, line: line, problem: problem, remedy: remedy)
    }
    if words.hasPrefix("=") {
      guard let (cell, index) = Self.reference(words.dropFirst()) else {
        throw mistake(
          "`<!-- \(words) -->` names no number of a cell",
          "write it as <!-- = cell[0] -->")
      }
      source = .cell(cell, index: index)
    } else if words.hasPrefix("quoted:") {
      let quoted = words.dropFirst("quoted:".count).drop { $0 == " " }
      guard !quoted.isEmpty else {
        throw mistake(
          "`<!-- \(words) -->` names no source", "say whose number it is")
      }
      source = .quoted(String(quoted))
    } else {
      return nil
    }
    guard let number = Self.lastNumber(of: inlines.plainText) else {
      throw mistake(
        "`<!-- \(words) -->` has no number before it",
        "put it on the line of its number, right after it")
    }
    self.number = number
    self.line = line
  }

  /// Refuses a bound comment that stands on a line of its own, where
  /// CommonMark ends the paragraph of its number.
  static func refuse(
    _ node: Markdown, in source: Lessons.Source
  ) throws(LessonError) {
    _ = try Binding(
      comment: node.literal, after: [],
      line: source.linesBefore + node.lines.lowerBound, in: source.file)
  }

  private static func words(ofComment comment: String) -> String? {
    guard comment.hasPrefix("<!--"), let end = comment.firstRange(of: "-->")
    else { return nil }
    return String(comment[..<end.lowerBound].dropFirst(4))
      .split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// Reads `cell[0]`.
  private static func reference(_ text: Substring) -> (String, Int)? {
    let parts = text.split(separator: "[", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[1].last == "]",
      let index = Int(parts[1].dropLast()), index >= 0
    else { return nil }
    let cell = parts[0].filter { $0 != " " }
    guard !cell.isEmpty, cell.utf8.allSatisfy(\.isIdentifier)
    else { return nil }
    return (cell, index)
  }

  /// The last number of a text, with its sign, separators and percent sign.
  private static func lastNumber(of text: String) -> String? {
    let scalars = text.unicodeScalars
    guard
      let last = scalars.lastIndex(where: { ("0"..."9").contains($0) })
    else { return nil }
    var start = last
    while start > scalars.startIndex {
      let before = scalars.index(before: start)
      let isSigned = "+-−".unicodeScalars.contains(scalars[start])
      guard
        // A sign begins the number, unless it is that of an exponent.
        isSigned
          ? "eE".unicodeScalars.contains(scalars[before])
          : "0123456789.,eE+-−".unicodeScalars.contains(scalars[before])
      else { break }
      start = before
    }
    var number = scalars[start...last]
    number = number.drop { ".,eE".unicodeScalars.contains($0) }
    let after = scalars.index(after: last)
    let percent = after < scalars.endIndex && scalars[after] == "%"
    return String(Substring(number)) + (percent ? "%" : "")
  }
}

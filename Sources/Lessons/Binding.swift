/// The source of a number in the text.
package struct Binding: Sendable, Equatable {
  package enum Source: Sendable, Equatable {
    /// The number at this index among those that a cell prints.
    case cell(String, index: Int)
    /// A number taken from a source, which is named.
    case quoted(String)
  }

  package var source: Source
  package var line: Int
}

extension Binding {
  /// Reads `<!-- = prices[0] -->` or `<!-- quoted: source -->`.
  ///
  /// Such a comment comes right after its number. Any other comment gives nil.
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
    guard inlines.flattened.contains(where: \.hasDigit) else {
      throw mistake(
        "`<!-- \(words) -->` has no number before it",
        "put it on the line of its number, right after it")
    }
    self.line = line
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
}

extension Inline {
  fileprivate var hasDigit: Bool {
    guard case .text(let words, _) = self else { return false }
    return words.utf8.contains { (0x30...0x39).contains($0) }
  }
}

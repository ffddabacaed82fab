internal import System

/// A table of text, as in a file of comma-separated values (RFC 4180).
package struct CSV: Sendable, Equatable {
  package var rows: [[String]]

  package init(rows: [[String]]) { self.rows = rows }

  /// Reads a table; a semicolon or tab separates its values if the first line
  /// has one and no comma.
  package init(reading text: String) {
    let text = text.withoutMark
    let first = text.prefix { !$0.isNewline }
    let separator: Character =
      first.contains(",")
      ? "," : first.contains(";") ? ";" : first.contains("\t") ? "\t" : ","
    var rows: [[String]] = []
    var row: [String] = []
    var value = ""
    var isQuoted = false
    var characters = text[...]
    while let character = characters.popFirst() {
      switch character {
      case "\"" where isQuoted && characters.first == "\"":
        characters.removeFirst()
        value.append("\"")
      case "\"" where isQuoted: isQuoted = false
      case "\"" where value.isEmpty && !isQuoted: isQuoted = true
      case separator where !isQuoted:
        row.append(value)
        value = ""
      case _ where character.isNewline && !isQuoted:
        rows.append(row + [value])
        (row, value) = ([], "")
      default: value.append(character)
      }
    }
    if !row.isEmpty || !value.isEmpty { rows.append(row + [value]) }
    self.rows = rows.filter { $0 != [""] }
  }

  /// The table as text.
  ///
  /// A spreadsheet takes a value that begins with `=`, `+`, `-` or `@` for a
  /// formula, which could send the table to a stranger: an apostrophe before
  /// it makes it text. Numbers stay numbers.
  package var text: String {
    rows.map { row in
      row.map(Self.written).joined(separator: ",") + "\r\n"
    }.joined()
  }

  private static func written(_ value: String) -> String {
    let first = value.unicodeScalars.first {
      !$0.properties.isWhitespace || $0 == "\t" || $0 == "\r"
    }
    let isFormula = first.map(formulaStarts.contains) ?? false
    let isNumber = value.wholeMatch(of: /-?\d+(\.\d+)?/) != nil
    let safe = isFormula && !isNumber ? "'" + value : value
    // By scalars, as spreadsheets read it: a combining mark hides no comma.
    let scalars = safe.unicodeScalars
    let needsQuotes =
      scalars.contains {
        ",;\"\t".unicodeScalars.contains($0) || $0.properties.isNewline
      } || scalars.first?.properties.isWhitespace == true
    return needsQuotes
      ? "\"" + safe.replacingScalar("\"", with: "\"\"") + "\"" : safe
  }
}

extension Unicode.Scalar.Properties {
  fileprivate var isNewline: Bool {
    generalCategory == .lineSeparator
      || generalCategory == .paragraphSeparator
      || generalCategory == .control
  }
}

/// How a formula begins, also in the wide characters of East Asia.
private let formulaStarts =
  "=+-@\t\r\u{FF1D}\u{FF0B}\u{FF0D}\u{FF20}".unicodeScalars

extension String {
  fileprivate var withoutMark: String {
    hasPrefix("\u{FEFF}") ? String(dropFirst()) : self
  }
}

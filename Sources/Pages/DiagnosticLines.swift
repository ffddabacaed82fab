package import Checks
import Maths
import System

/// The first five compiler errors, or warnings if there are no errors.
///
/// Each comes with the learner's line, a mark at the column, notes, and an
/// explanation in plain words. Warnings beside an error are left out because
/// they mostly follow from it: a name that "was never used" may be used in
/// code that could not be parsed.
///
/// `source` is the text of the file `path`; lines of other files are not
/// shown.
package func diagnosticLines(
  _ diagnostics: [Diagnostic], path: String, source: String?, on screen: Screen
) -> [Line] {
  let most = 5
  let groups = grouped(diagnostics)
  let errors = firstOfEachLine(groups.filter { $0.first?.severity == "error" })
  let ordered = errors.isEmpty ? groups : errors
  let page = DiagnosticPage(
    path: path,
    source: source?.withUnixLines.lines.map(String.init) ?? [],
    screen: screen)
  var explained: Set<String> = []
  var lines: [Line] = []
  for (index, group) in ordered.prefix(most).enumerated() {
    if index > 0 { lines.append(Line()) }
    lines += page.lines(group, explained: &explained)
  }
  if ordered.count > most {
    lines += wrap(
      [
        Span(
          "and \(ordered.count - most) more, which may disappear when you fix these",
          .dim)
      ],
      width: screen.width)
  }
  return lines
}

/// Groups each error or warning with the notes that follow it.
private func grouped(_ diagnostics: [Diagnostic]) -> [[Diagnostic]] {
  var groups: [[Diagnostic]] = []
  for diagnostic in diagnostics {
    if diagnostic.severity == "note", !groups.isEmpty {
      groups[groups.count - 1].append(diagnostic)
    } else {
      groups.append([diagnostic])
    }
  }
  return groups
}

/// Keeps one error per line, because the others mostly follow from it.
///
/// Of several errors on a line, one that has an explanation is preferred.
private func firstOfEachLine(_ groups: [[Diagnostic]]) -> [[Diagnostic]] {
  var lines: [String] = []
  var chosen: [String: [Diagnostic]] = [:]
  for group in groups {
    guard let head = group.first else { continue }
    let line = "\(head.file):\(head.line)"
    guard let earlier = chosen[line]?.first else {
      lines.append(line)
      chosen[line] = group
      continue
    }
    if earlier.meaning == nil, head.meaning != nil { chosen[line] = group }
  }
  return lines.compactMap { chosen[$0] }
}

private struct DiagnosticPage {
  let path: String
  let source: [String]
  let screen: Screen

  /// The lines for a diagnostic and its notes.
  ///
  /// `explained` collects the explanations given so far, so that none is
  /// repeated.
  func lines(
    _ group: [Diagnostic], explained: inout Set<String>
  ) -> [Line] {
    guard let head = group.first else { return [] }
    var lines = wrap(
      [
        Span("\(head.file):\(head.line):\(head.column): ", .code),
        Span(
          head.severity + ": ", head.severity == "error" ? .bad : .warning),
        Span(withoutGroup(head.message)),
      ], width: screen.width)
    lines += excerpt(head)
    // Leave out notes about other files, which the learner cannot see.
    for note in group.dropFirst().filter({ $0.file == head.file }).prefix(2) {
      lines += wrap(
        [Span("note, line \(note.line): ", .dim), Span(note.message)],
        width: max(16, screen.width - 2)
      ).indented(by: 2)
      let isNew = note.line != head.line || note.column != head.column
      lines += isNew || note.fixIt != nil ? excerpt(note) : []
    }
    if let words = head.meaning, explained.insert(words).inserted {
      lines += wrap(
        [Span("This means: ", .strong), Span(words)],
        width: max(16, min(screen.measure, screen.width) - 2)
      ).indented(by: 2)
    }
    return lines
  }

  /// The learner's line with a mark at the column, and the compiler's fix-it.
  private func excerpt(_ diagnostic: Diagnostic) -> [Line] {
    guard diagnostic.file == path, source.indices.contains(diagnostic.line - 1)
    else { return [] }
    let text = source[diagnostic.line - 1]
    let column = displayColumn(diagnostic.column, in: text)
    if screen.plain { return spoken(diagnostic, text) }
    let number = "\(diagnostic.line)"
    let margin = String(repeating: " ", count: number.utf8.count)
    let room = max(8, screen.width - margin.utf8.count - 7)
    // If the line is too long, show the part around the column.
    let start = column < room - 8 ? 0 : column - room / 2
    let code = highlighted(text).first ?? []
    var lines = [
      Line(
        [Span("  \(number) │ ", .dim)]
          + window(code, from: start, columns: room)),
      Line([
        Span("  \(margin) │ ", .dim),
        Span(String(repeating: " ", count: column - start) + "^", .bad),
      ]),
    ]
    if let fixIt = diagnostic.fixIt, !fixIt.convertsQuotient(in: text) {
      let place = max(0, displayColumn(fixIt.column, in: text) - start)
      let words = [
        Span(String(repeating: " ", count: min(place, room / 2))),
        Span(fixIt.text, .good), Span("  (suggested)", .dim),
      ]
      lines.append(
        Line([Span("  \(margin) │ ", .dim)] + cut(words, to: room)))
    }
    return lines
  }

  /// The excerpt in words, for screen readers.
  private func spoken(_ diagnostic: Diagnostic, _ text: String) -> [Line] {
    let rest = String(
      decoding: text.utf8.dropFirst(max(0, diagnostic.column - 1)),
      as: UTF8.self)
    var words = "line \(diagnostic.line) is: \(text.trimmingLeadingSpaces)"
    if !rest.isEmpty { words += "; the problem is at: \(rest)" }
    if let fixIt = diagnostic.fixIt, !fixIt.convertsQuotient(in: text) {
      words += "; suggested: \(fixIt.text)"
    }
    return wrap([Span(words)], width: max(16, screen.width - 2))
      .indented(by: 2)
  }

  private func displayColumn(_ column: Int, in text: String) -> Int {
    let before = String(
      decoding: text.utf8.prefix(max(0, column - 1)), as: UTF8.self)
    return displayWidth(expandingTabs(before))
  }
}

/// The part of a line of code that starts at column `start`.
private func window(
  _ spans: [Span], from start: Int, columns: Int
) -> [Span] {
  guard start > 0 else { return cut(spans, to: columns) }
  var column = 0
  var kept: [Span] = []
  for span in spans {
    var text = ""
    for character in span.text {
      if column >= start { text.append(character) }
      column += displayWidth(String(character))
    }
    kept.append(span.with(text))
  }
  return cut(kept, to: columns)
}

extension String {
  var trimmingLeadingSpaces: String {
    String(drop { $0 == " " || $0 == "\t" })
  }
}

/// The message without its diagnostic group, such as `[#no-usage]`.
///
/// Group names are useful only in compiler options.
private func withoutGroup(_ message: String) -> String {
  guard message.hasSuffix("]"), let start = message.ranges(of: " [#").last
  else { return message }
  return String(message[..<start.lowerBound])
}

extension FixIt {
  /// Whether it converts a quotient of whole numbers, which has already lost
  /// its fraction: it would compile, and be wrong.
  fileprivate func convertsQuotient(in line: String) -> Bool {
    let code = line.utf8.dropFirst(max(0, column - 1))
    let end = String(decoding: code, as: UTF8.self).firstRange(of: "//")
    let length = end.map { range in
      String(decoding: code, as: UTF8.self)[..<range.lowerBound].utf8.count
    }
    return ["Float(", "Double("].contains { text.hasPrefix($0) }
      && code.prefix(length ?? code.count).contains(UInt8(ascii: "/"))
  }
}

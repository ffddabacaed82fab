package struct Table: Sendable, Equatable {
  package enum Alignment: Sendable {
    case leading
    case centre
    case trailing
  }

  /// How each column is aligned; there is one for every column.
  package var alignments: [Alignment]
  package var header: [[Inline]]
  /// The rows below the header, each as long as the header.
  package var rows: [[[Inline]]]
}

extension Table {
  /// Reads GitHub's pipe table, which to CommonMark is a paragraph.
  ///
  /// The second line is dashes, with colons where a column is aligned. A bar
  /// within code or mathematics divides no cells: those are inlines already.
  init?(reading inlines: [Inline]) {
    guard inlines.contains(.softBreak) else { return nil }
    let lines = inlines.split(separator: .softBreak).map(Array.init)
    guard lines.count > 1,
      let alignments = Self.alignments(lines[1].plainText)
    else { return nil }
    let header = Self.cells(lines[0])
    guard header.count == alignments.count else { return nil }
    self.alignments = alignments
    self.header = header
    rows = lines.dropFirst(2).map { line in
      let cells = Self.cells(line).prefix(header.count)
      return cells + Array(repeating: [], count: header.count - cells.count)
    }
  }

  /// Reads a line such as `| --- | :-: | --: |`.
  private static func alignments(_ line: String) -> [Alignment]? {
    guard line.utf8.contains(UInt8(ascii: "-")),
      line.utf8.contains(UInt8(ascii: "|")),
      line.utf8.allSatisfy({ "|:- ".utf8.contains($0) })
    else { return nil }
    var alignments: [Alignment] = []
    for cell in cells([.text(line)]) {
      let text = cell.plainText
      guard text.contains("-"), !text.contains(" ") else { return nil }
      switch (text.hasPrefix(":"), text.hasSuffix(":")) {
      case (true, true): alignments.append(.centre)
      case (false, true): alignments.append(.trailing)
      default: alignments.append(.leading)
      }
    }
    return alignments
  }

  /// Cuts a line at its bars; those at its ends are only decoration.
  private static func cells(_ line: [Inline]) -> [[Inline]] {
    var cells: [[Inline]] = [[]]
    for inline in line {
      guard case .text(let text) = inline else {
        cells[cells.count - 1].append(inline)
        continue
      }
      var pieces = text.split(separator: "|", omittingEmptySubsequences: false)
        .map(String.init)
      cells[cells.count - 1].append(.text(pieces.removeFirst()))
      cells += pieces.map { [.text($0)] }
    }
    cells = cells.map(trimmed)
    if cells.count > 1, cells.first == [] { cells.removeFirst() }
    if cells.count > 1, cells.last == [] { cells.removeLast() }
    return cells
  }

  /// The inlines without spaces at their ends.
  private static func trimmed(_ inlines: [Inline]) -> [Inline] {
    var inlines = inlines
    if case .text(let text)? = inlines.first {
      inlines[0] = .text(String(text.drop { $0 == " " }))
    }
    if case .text(var text)? = inlines.last {
      while text.last == " " { text.removeLast() }
      inlines[inlines.count - 1] = .text(text)
    }
    return inlines.filter { $0 != .text("") }
  }
}

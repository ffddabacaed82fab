package struct Table: Sendable, Equatable {
  package enum Alignment: Sendable {
    case leading
    case center
    case trailing
  }

  /// The alignment of each column.
  package var alignments: [Alignment]
  package var header: [[Inline]]
  /// The rows below the header, each as long as the header.
  package var rows: [[[Inline]]]
}

extension Table {
  /// Reads one of GitHub's pipe tables, which to CommonMark is a paragraph.
  ///
  /// The second line consists of dashes, with colons for the alignment. A bar
  /// in code or mathematics does not separate cells, because it is not in a
  /// text inline.
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
      case (true, true): alignments.append(.center)
      case (false, true): alignments.append(.trailing)
      default: alignments.append(.leading)
      }
    }
    return alignments
  }

  /// Splits a line at its bars, and removes the spaces beside them.
  ///
  /// Bars at the ends of the line are only decoration.
  private static func cells(_ line: [Inline]) -> [[Inline]] {
    var cells: [[Inline]] = [[]]
    for inline in line {
      guard case .text(let text, let place) = inline else {
        cells[cells.count - 1].append(inline)
        continue
      }
      let pieces = text.split(separator: "|", omittingEmptySubsequences: false)
      for (index, piece) in pieces.enumerated() {
        var words = piece
        if index > 0 {
          cells.append([])
          words = words.drop { $0 == " " }
        }
        if index + 1 < pieces.count {
          while words.last == " " { words.removeLast() }
        }
        if words.isEmpty { continue }
        let start = text.utf8.distance(
          from: text.startIndex, to: words.startIndex)
        cells[cells.count - 1].append(
          .text(String(words), at: place.advanced(by: start)))
      }
    }
    if cells.count > 1, cells.first == [] { cells.removeFirst() }
    if cells.count > 1, cells.last == [] { cells.removeLast() }
    return cells
  }
}

package import Pages

/// A text that may be longer than the screen, and the reader's place in it.
///
/// Turning a page shows whole blocks: a figure that does not fit at the bottom
/// begins the next page. Scrolling by lines shows whatever fits.
package struct Reading {
  private var rows: [String]
  /// The text of each row, without colors.
  private var words: [String] = []
  /// The rows after which no page ends.
  private var held: Set<Int> = []
  private var marks: [(row: Int, mark: Line.Mark)] = []
  package private(set) var top = 0
  /// Whether the last move turned a page, instead of scrolling by lines.
  private var isTurned = true

  package init(_ rows: [String] = []) {
    self.rows = rows
    words = rows
  }

  package init(_ lines: [Line], on screen: Screen) {
    rows = []
    for line in lines {
      if let mark = line.mark { marks.append((rows.count, mark)) }
      let own = splitRows(render([line], for: screen), width: screen.width)
      let first = rows.count
      rows += own
      words += Array(repeating: line.text, count: own.count)
      let last = line.holdsNext ? rows.count : rows.count - 1
      held.formUnion(first..<max(first, last))
    }
  }

  /// The rows to show in this height.
  package mutating func visible(_ height: Int) -> [String] {
    let last =
      isTurned && rows.count > height ? rows.count - 1 : rows.count - height
    top = max(0, min(top, last))
    let end = isTurned ? pageEnd(from: top, height) : top + height
    let shown = Array(rows[min(top, rows.count)..<min(end, rows.count)])
    return shown + Array(repeating: "", count: max(0, height - shown.count))
  }

  /// The row after the last one of a page that begins at `top`.
  ///
  /// The page ends before a block that does not fit, unless that would leave
  /// most of the page empty.
  private func pageEnd(from top: Int, _ height: Int) -> Int {
    let limit = top + height
    guard limit < rows.count else { return rows.count }
    var end = limit
    while end > top + height / 4, held.contains(end - 1) { end -= 1 }
    return held.contains(end - 1) ? limit : end
  }

  /// How much has been read, in words; nil if all of the text is on the screen.
  package func position(_ height: Int) -> String? {
    guard rows.count > height else { return nil }
    let end =
      isTurned ? pageEnd(from: top, height) : min(top + height, rows.count)
    return end == rows.count ? "end" : "\(end * 100 / rows.count) %"
  }

  /// The anchor of the section that contains the top row.
  package var section: String? {
    for (row, mark) in marks.reversed() where row <= top {
      if case .section(let anchor) = mark { return anchor }
    }
    return nil
  }

  /// Goes to a mark, if the text has it.
  package mutating func go(to mark: Line.Mark?) {
    if let row = marks.first(where: { $0.mark == mark })?.row { begin(at: row) }
  }

  package mutating func begin(at row: Int) { (top, isTurned) = (row, true) }

  package mutating func goToEnd() { (top, isTurned) = (rows.count, false) }

  /// Goes to the next row that contains these words, starting over at the end.
  ///
  /// Returns false if no row contains them.
  package mutating func find(_ sought: String) -> Bool {
    let sought = sought.lowercased()
    let order = Array(words.indices.dropFirst(top + 1)) + words.indices
    guard
      let row = order.first(where: { words[$0].lowercased().contains(sought) })
    else { return false }
    begin(at: row)
    return true
  }

  /// Replaces the text with another layout of it, at about the same place.
  package mutating func replace(with new: Reading) {
    let place = top * new.rows.count / max(rows.count, 1)
    self = new
    top = place
  }

  /// Moves as a key says; returns false if the key does not move.
  package mutating func move(_ key: Key, height: Int) -> Bool {
    switch key {
    case .up, .character("k"): scroll(to: top - 1, height)
    case .down, .character("j"), .enter: scroll(to: top + 1, height)
    case .pageUp, .character("b"): turnBack(height)
    case .pageDown, .character(" "): turn(height)
    case .home, .character("g"): begin(at: 0)
    case .end, .character("G"): goToEnd()
    case .character("]"):
      if let row = sections.first(where: { $0 > top }) { begin(at: row) }
    case .character("["): begin(at: sections.last { $0 < top } ?? 0)
    default: return false
    }
    return true
  }

  private var sections: [Int] {
    marks.compactMap { if case .section = $0.mark { $0.row } else { nil } }
  }

  private mutating func scroll(to row: Int, _ height: Int) {
    top = max(0, min(row, rows.count - height))
    isTurned = false
  }

  private mutating func turn(_ height: Int) {
    let end = isTurned ? pageEnd(from: top, height) : top + height
    guard end < rows.count else { return }
    begin(at: textRow(from: end))
  }

  private mutating func turnBack(_ height: Int) {
    let top = top
    let starts = max(0, top - height)..<max(top, 1)
    let start = starts.first {
      ($0 == 0 || !held.contains($0 - 1))
        && textRow(from: pageEnd(from: $0, height)) >= top
    }
    begin(at: start ?? starts.lowerBound)
  }

  /// The first row from here on that is not empty: no page begins with a gap.
  private func textRow(from row: Int) -> Int {
    var row = row
    while row < rows.count - 1, words[row].isEmpty { row += 1 }
    return row
  }
}

// The paragraph right after a cell that the reader is to predict tells what the
// cell prints, so it waits until the reader has said something.

extension [Block] {
  /// These blocks without the paragraphs that tell what a cell prints.
  package var withoutDiscussions: [Block] {
    enumerated().filter { index, block in
      guard index > 0, case .paragraph = block,
        case .cell(let cell) = self[index - 1]
      else { return true }
      return !cell.isPredicted
    }.map(\.element)
  }

  /// The paragraph that tells what a cell prints.
  fileprivate func discussion(of cell: Cell) -> [Inline]? {
    for (index, block) in enumerated() {
      if let found = block.children.discussion(of: cell) { return found }
      guard case .cell(cell) = block, index + 1 < count,
        case .paragraph(let inlines) = self[index + 1]
      else { continue }
      return inlines
    }
    return nil
  }
}

extension Cell {
  /// Whether its output is hidden at first.
  package var isPredicted: Bool { predict && output != nil }
}

extension Lesson {
  /// The paragraph that tells what a cell prints; nil if the page shows it
  /// anyway.
  package func discussion(of cell: Cell) -> [Inline]? {
    cell.isPredicted ? blocks.discussion(of: cell) : nil
  }
}

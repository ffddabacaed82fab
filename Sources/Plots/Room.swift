/// Finds room for a name within an area of a grid.
struct Room {
  /// The number of blocked cells above and left of each corner, row by row.
  private var sums: [Int]
  private let columns: Int
  private let rows: Int

  init(columns: Int, rows: Int, isBlocked: (_ column: Int, _ row: Int) -> Bool)
  {
    self.columns = columns
    self.rows = rows
    sums = Array(repeating: 0, count: (columns + 1) * (rows + 1))
    for row in 0..<rows {
      var sum = 0
      for column in 0..<columns {
        sum += isBlocked(column, row) ? 1 : 0
        sums[(row + 1) * (columns + 1) + column + 1] =
          sums[row * (columns + 1) + column + 1] + sum
      }
    }
  }

  /// The top left cell of the free rectangle of this size that is farthest from
  /// all blocked cells and from the border; nil if there is none.
  func place(width: Int, height: Int) -> (column: Int, row: Int)? {
    var best: (column: Int, row: Int)?
    // Where a wider margin fits, a narrower one fits, too.
    for margin in 0... {
      let (w, h) = (width + 4 * margin, height + 2 * margin)
      guard w <= columns, h <= rows, w > 0, h > 0 else { break }
      let free = (0...rows - h).lazy.flatMap { row in
        (0...columns - w).lazy.map { (column: $0, row: row) }
      }.filter { isFree($0.column, $0.row, w, h) }
      let all = Array(free)
      guard !all.isEmpty else { break }
      let middle = all[all.count / 2]
      best = (middle.column + 2 * margin, middle.row + margin)
    }
    return best
  }

  private func isFree(_ x: Int, _ y: Int, _ w: Int, _ h: Int) -> Bool {
    let (above, below) = (y * (columns + 1) + x, (y + h) * (columns + 1) + x)
    return sums[below + w] - sums[below] - sums[above + w] + sums[above] == 0
  }
}

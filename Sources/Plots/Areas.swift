/// The areas of the unit square in which a function has the same value, found
/// at the corners of a grid and, between two that differ, by bisection.
struct Areas: Sendable, Equatable {
  let columns: Int
  let rows: Int
  private let labels: [Int]
  /// Where the value changes between a corner and the one to its right.
  private var across: [Double] = []
  /// Where the value changes between a corner and the one above it.
  private var up: [Double] = []

  init(columns: Int, rows: Int, _ value: (Point) -> Int) {
    (self.columns, self.rows) = (columns, rows)
    labels = (0...rows).flatMap { row in
      (0...columns).map { column in
        value(
          Point(Double(column) / Double(columns), Double(row) / Double(rows)))
      }
    }
    for row in 0...rows {
      for column in 0...columns {
        across.append(change(column, row, 1, 0, value))
        up.append(change(column, row, 0, 1, value))
      }
    }
  }

  /// The part of the way to a neighbor after which the value changes.
  private func change(
    _ column: Int, _ row: Int, _ right: Int, _ up: Int,
    _ value: (Point) -> Int
  ) -> Double {
    guard column + right <= columns, row + up <= rows else { return 0 }
    let label = self[column, row]
    guard self[column + right, row + up] != label else { return 0 }
    var (near, far) = (0.0, 1.0)
    for _ in 0..<6 {
      let middle = (near + far) / 2
      let place = Point(
        (Double(column) + middle * Double(right)) / Double(columns),
        (Double(row) + middle * Double(up)) / Double(rows))
      if value(place) == label { near = middle } else { far = middle }
    }
    return (near + far) / 2
  }

  /// The value at a corner of the grid.
  private subscript(column: Int, row: Int) -> Int {
    labels[row * (columns + 1) + column]
  }

  /// The value at the corner next to a place.
  func label(near place: Point) -> Int {
    func index(_ part: Double, _ count: Int) -> Int {
      min(count, max(0, Int((part * Double(count)).rounded())))
    }
    return self[index(place.x, columns), index(place.y, rows)]
  }

  /// The area of each value as polygons, and the lines between areas.
  func outlines() -> (
    areas: [Int: [[Point]]], borders: [(Point, Point)]
  ) {
    var areas: [Int: [[Point]]] = [:]
    var borders: [(Point, Point)] = []
    for row in 0..<rows {
      var column = 0
      while column < columns {
        let label = self[column, row]
        var end = column
        while end < columns, isUniform(end, row), self[end, row] == label {
          end += 1
        }
        if end > column {
          areas[label, default: []].append(
            [(column, row), (end, row), (end, row + 1), (column, row + 1)]
              .map { place(Double($0), Double($1)) })
          column = end
        } else {
          let parts = divided(column, row)
          for part in parts.areas {
            areas[part.label, default: []].append(part.polygon)
          }
          borders += parts.borders
          column += 1
        }
      }
    }
    return (areas, borders)
  }

  private func isUniform(_ column: Int, _ row: Int) -> Bool {
    Set(corners(column, row).map { self[$0.0, $0.1] }).count == 1
  }

  /// The corners of a cell, in turn.
  private func corners(_ column: Int, _ row: Int) -> [(Int, Int)] {
    [
      (column, row), (column + 1, row), (column + 1, row + 1),
      (column, row + 1),
    ]
  }

  private func place(_ column: Double, _ row: Double) -> Point {
    Point(column / Double(columns), row / Double(rows))
  }

  /// The parts of a cell whose corners differ, and the lines between them.
  private func divided(
    _ column: Int, _ row: Int
  ) -> (
    areas: [(label: Int, polygon: [Point])], borders: [(Point, Point)]
  ) {
    let corners = corners(column, row)
    let labels = corners.map { self[$0.0, $0.1] }
    let stride = columns + 1
    let first = row * stride + column
    let (x, y) = (Double(column), Double(row))
    // The place of a change on each side, in the order of the corners.
    let sides = [
      place(x + across[first], y), place(x + 1, y + up[first + 1]),
      place(x + across[first + stride], y + 1), place(x, y + up[first]),
    ]
    let changes = (0..<4).filter { labels[$0] != labels[($0 + 1) % 4] }
    let ends = changes.map { sides[$0] }
    let count = Double(ends.count)
    let center = Point(
      ends.map(\.x).reduce(0, +) / count, ends.map(\.y).reduce(0, +) / count)
    let areas = changes.indices.map { index in
      let next = (index + 1) % changes.count
      let length = (changes[next] - changes[index] + 3) % 4 + 1
      let turn = (0..<length).map { (changes[index] + 1 + $0) % 4 }
      return (
        label: labels[turn[0]],
        polygon: [ends[index]]
          + turn.map { place(Double(corners[$0].0), Double(corners[$0].1)) }
          + [ends[next]] + (ends.count == 2 ? [] : [center])
      )
    }
    let borders =
      ends.count == 2 ? [(ends[0], ends[1])] : ends.map { ($0, center) }
    return (areas, borders)
  }
}

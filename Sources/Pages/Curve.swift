internal import Checks

/// A curve in braille dots, its highest and lowest value beside it.
///
/// The values are joined by straight lines from the left edge to the right
/// one, or as far as they have come of a `total`. `width` counts all columns,
/// those of the numbers too. A plain screen gets one line of words.
package func curve(
  values: [Double], of total: Int? = nil, width: Int, height: Int,
  on screen: Screen
) -> [Line] {
  let finite = values.filter(\.isFinite)
  guard let low = finite.min(), let high = finite.max(),
    let first = finite.first, let last = finite.last
  else { return [Line([Span("no values", .dim)])] }
  if screen.plain {
    return wrap(
      [
        Span(
          "from \(decimals(first, 3)) to \(decimals(last, 3)), "
            + "least \(decimals(low, 3)), most \(decimals(high, 3))")
      ], width: screen.width)
  }
  let labels = [decimals(high, 2), decimals(low, 2)]
  let margin = labels.map(\.utf8.count).max() ?? 0
  var canvas = Canvas(
    columns: max(1, width - margin - 2), rows: max(1, height))
  canvas.draw(
    values, of: max(total ?? 0, values.count), low: low,
    high: high > low ? high : low + 1)
  return canvas.rows.enumerated().map { index, row in
    let label =
      index == 0 ? labels[0] : index == max(1, height) - 1 ? labels[1] : ""
    let space = String(repeating: " ", count: margin - label.utf8.count)
    let axis = label.isEmpty ? " │" : " ┤"
    return Line([Span(space + label + axis, .dim), Span(row, .number)])
  }
}

/// Cells of braille, each two dots wide and four high.
private struct Canvas {
  let columns: Int
  let height: Int
  private var cells: [UInt32]

  init(columns: Int, rows: Int) {
    self.columns = columns
    height = rows
    cells = Array(repeating: 0, count: columns * rows)
  }

  /// Joins the values; what is not finite leaves a gap.
  mutating func draw(
    _ values: [Double], of total: Int, low: Double, high: Double
  ) {
    let right = Double(columns * 2 - 1)
    let bottom = Double(height * 4 - 1)
    var before: (x: Double, y: Double)?
    for (index, value) in values.enumerated() {
      guard value.isFinite else {
        before = nil
        continue
      }
      let share = min(max((value - low) / (high - low), 0), 1)
      let x = total > 1 ? right * Double(index) / Double(total - 1) : 0
      let point = (x: x, y: bottom * (1 - share))
      join(before ?? point, point)
      before = point
    }
  }

  private mutating func join(
    _ from: (x: Double, y: Double), _ to: (x: Double, y: Double)
  ) {
    let steps = max(abs(to.x - from.x), abs(to.y - from.y)).rounded(.up)
    for step in 0...max(0, Int(steps)) {
      let share = steps > 0 ? Double(step) / steps : 0
      set(
        Int((from.x + (to.x - from.x) * share).rounded()),
        Int((from.y + (to.y - from.y) * share).rounded()))
    }
  }

  private mutating func set(_ x: Int, _ y: Int) {
    cells[(y / 4) * columns + x / 2] |= Self.dots[y % 4][x % 2]
  }

  /// The bits of the dots of one cell, row by row.
  private static let dots: [[UInt32]] = [
    [0x01, 0x08], [0x02, 0x10], [0x04, 0x20], [0x40, 0x80],
  ]

  var rows: [String] {
    (0..<height).map { row in
      let line = cells[row * columns..<(row + 1) * columns]
      let scalars = line.compactMap { Unicode.Scalar(0x2800 + $0) }
      return scalars.map { $0.value == 0x2800 ? " " : String($0) }.joined()
        .trimmingSpaces
    }
  }
}

/// A number with so many decimals.
func decimals(_ number: Double, _ count: Int) -> String {
  guard number.isFinite, number.magnitude < 1e9 else { return shown(number) }
  let scale = (0..<count).reduce(1) { value, _ in value * 10 }
  let scaled = Int((number.magnitude * Double(scale)).rounded())
  let fraction = "\(scaled % scale)"
  let zeros = String(repeating: "0", count: count - fraction.utf8.count)
  return (number < 0 ? "-" : "") + "\(scaled / scale).\(zeros)\(fraction)"
}

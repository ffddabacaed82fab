/// A table of numbers whose cells are shaded by value.
///
/// ```swift
/// let map = HeatMap(
///   rows: ["cat", "dog"], columns: ["cat", "dog"], [[8, 2], [1, 9]])
/// print(map)
/// // prints      cat   dog
/// //        cat    8█    2░
/// //        dog    1░    9█
/// ```
///
/// A stronger shade is a larger magnitude. With negative and positive numbers,
/// blue is positive and red negative; the number in each cell says so too.
public struct HeatMap: Plot, Equatable {
  /// The title above the table.
  public let title: String
  /// The names of the rows.
  public let rows: [String]
  /// The names of the columns.
  public let columns: [String]
  /// The numbers, row by row.
  public let values: [[Double]]
  /// The number of decimals shown; nil for none if all numbers are whole, and
  /// two otherwise.
  public let decimals: Int?

  /// A table with a name for each row and column.
  public init(
    _ title: String = "", rows: [String], columns: [String],
    _ values: [[some BinaryFloatingPoint]], decimals: Int? = nil
  ) {
    self.title = title
    self.rows = rows
    self.columns = columns
    self.values = values.map { $0.map { Double($0) } }
    self.decimals = decimals
    guard values.map(\.count) == rows.map({ _ in columns.count }) else {
      stop(
        "HeatMap", "\(values.count) rows of \(values.map(\.count)) numbers",
        "but names for \(rows.count) rows and \(columns.count) columns")
    }
  }

  /// A table of counts.
  public init(
    _ title: String = "", rows: [String], columns: [String],
    _ counts: [[Int]]
  ) {
    self.init(
      title, rows: rows, columns: columns, counts.map { $0.map { Double($0) } })
  }

  /// The table, as a drawing.
  public var drawing: Drawing { Drawing(.heatMap(self)) }
}

extension HeatMap {
  /// Each number as text.
  private var texts: [[String]] {
    let areWhole = values.joined().allSatisfy { $0 == $0.rounded() }
    let decimals = decimals ?? (areWhole ? 0 : 2)
    return values.map {
      $0.map { $0.isFinite ? label($0, decimals: decimals) : "\($0)" }
    }
  }

  /// Each number divided by the largest magnitude, from −1 to 1.
  private var shares: [[Double]] {
    let sizes = values.joined().lazy.filter(\.isFinite).map(\.magnitude)
    let most = sizes.max() ?? 0
    return values.map {
      $0.map { most > 0 && !$0.isNaN ? min(1, max(-1, $0 / most)) : 0 }
    }
  }

  /// The table for a terminal; nil if the terminal is too narrow.
  func cells(width: Int) -> [CellLine]? {
    let texts = texts
    let first = rows.map(\.count).max() ?? 0
    let widest = (columns + texts.joined()).map(\.count).max() ?? 0
    let room = columns.isEmpty ? 0 : (width - first) / columns.count - 3
    // Names of columns may be cut, numbers may not.
    let column = min(widest, room)
    guard column >= texts.joined().map(\.count).max() ?? 0, column > 0 else {
      return nil
    }
    func right(_ text: some StringProtocol, _ width: Int) -> String {
      String(repeating: " ", count: max(0, width - text.count)) + text
    }
    let shares = shares
    let head = columns.map { "  " + right($0.prefix(column), column) + " " }
    let indent = String(repeating: " ", count: first)
    let lines = rows.indices.map { row in
      var line = CellLine.plain(right(rows[row], first))
      for (text, share) in zip(texts[row], shares[row]) {
        line.append("  " + right(text, column), .ink)
        let shade = Array(" ░▒▓█")[Int((share.magnitude * 4).rounded(.up))]
        line.append(String(shade), share < 0 ? .red : .blue)
      }
      return line
    }
    return (title.isEmpty ? [] : [.plain(title)])
      + [.plain(String((indent + head.joined()).dropLast()))] + lines
  }

  var picture: Picture {
    let (texts, shares) = (texts, shares)
    let names = rows.map { estimatedWidth($0, size: 12) }.max() ?? 0
    let words = (columns + texts.joined()).map {
      estimatedWidth($0, size: 12) + 12
    }
    let (width, height) = (max(44, words.max() ?? 0), 30.0)
    let top = title.isEmpty ? 26.0 : 50
    let left = names + 16
    var picture = Picture(
      width: left + width * Double(columns.count) + 8,
      height: top + height * Double(rows.count) + 8)
    if !title.isEmpty {
      let middle = left + width * Double(columns.count) / 2
      picture.shapes.append(
        .text(title, Point(middle, 20), .middle, size: 14, .ink))
    }
    for (column, name) in columns.enumerated() {
      let x = left + width * (Double(column) + 0.5)
      picture.shapes.append(
        .text(name, Point(x, top - 8), .middle, size: 12, .ink))
    }
    for row in rows.indices {
      let y = top + height * Double(row)
      picture.shapes.append(
        .text(rows[row], Point(left - 8, y + 19), .end, size: 12, .ink))
      for (column, share) in shares[row].enumerated() {
        let corner = Point(left + width * Double(column) + 1, y + 1)
        picture.shapes.append(
          .cell(
            corner, width: width - 2, height: height - 2,
            share < 0 ? .red : .blue, share: 0.06 + 0.74 * share.magnitude))
        picture.shapes.append(
          .text(
            texts[row][column], Point(corner.x + width / 2 - 1, y + 19),
            .middle, size: 12, .dark))
      }
    }
    return picture
  }
}

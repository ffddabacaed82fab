/// Rows of characters, one of which is the baseline of the text.
struct Box: Equatable {
  private(set) var rows: [String]
  private(set) var width: Int
  private(set) var baseline: Int

  var height: Int { rows.count }

  init(_ text: String = "") { self.init(rows: [text], baseline: 0) }

  /// A box of rows, all padded to the width of the widest.
  init(rows: [String], baseline: Int, aligned: Alignment = .center) {
    let widths = rows.map { displayWidth($0) }
    let widest = widths.max() ?? 0
    width = widest
    self.baseline = baseline
    self.rows = zip(rows, widths).map { row, width in
      let gap = widest - width
      let before =
        switch aligned {
        case .leading: 0
        case .center: gap / 2
        case .trailing: gap
        }
      return String(repeating: " ", count: before) + row
        + String(repeating: " ", count: gap - before)
    }
  }

  enum Alignment {
    case leading
    case center
    case trailing
  }

  /// Boxes side by side, aligned at their baselines.
  static func beside(_ boxes: [Box]) -> Box {
    let above = boxes.map(\.baseline).max() ?? 0
    let below = boxes.map { $0.height - $0.baseline }.max() ?? 1
    var rows = Array(repeating: "", count: above + below)
    for box in boxes {
      let blank = String(repeating: " ", count: box.width)
      for index in rows.indices {
        let row = index - above + box.baseline
        rows[index] += box.rows.indices.contains(row) ? box.rows[row] : blank
      }
    }
    return Box(rows: rows, baseline: above, aligned: .leading)
  }

  /// Boxes one below another; the baseline is that of box `line`.
  static func stack(
    _ boxes: [Box], on line: Int, aligned: Alignment = .center
  ) -> Box {
    let above = boxes[..<line].reduce(0) { $0 + $1.height }
    return Box(
      rows: boxes.flatMap(\.rows),
      baseline: boxes.isEmpty ? 0 : above + boxes[line].baseline,
      aligned: aligned)
  }

  /// The box with its baseline moved to the middle.
  var centered: Box {
    Box(rows: rows, baseline: (height - 1) / 2, aligned: .leading)
  }

  /// The box aligned within a wider column.
  func widened(to width: Int, aligned: Alignment) -> Box {
    let ruler = String(repeating: " ", count: width)
    let wide = Box(rows: rows + [ruler], baseline: baseline, aligned: aligned)
    return Box(
      rows: wide.rows.dropLast(), baseline: baseline, aligned: .leading)
  }
}

extension Box {
  /// A bracket as tall as the box, with the same baseline.
  func bracket(_ symbol: String) -> Box {
    guard height > 1, let shape = Self.shapes[symbol] else {
      return Box(symbol)
    }
    var rows = Array(repeating: shape.middle, count: height)
    rows[0] = shape.top
    rows[height - 1] = shape.bottom
    if let waist = shape.waist, height > 2 { rows[baseline] = waist }
    return Box(rows: rows, baseline: baseline)
  }

  private typealias Shape = (
    top: String, middle: String, bottom: String, waist: String?
  )

  private static let shapes: [String: Shape] = [
    "(": ("⎛", "⎜", "⎝", nil), ")": ("⎞", "⎟", "⎠", nil),
    "[": ("⎡", "⎢", "⎣", nil), "]": ("⎤", "⎥", "⎦", nil),
    "{": ("⎧", "⎪", "⎩", "⎨"), "}": ("⎫", "⎪", "⎭", "⎬"),
    "⌊": ("⎢", "⎢", "⎣", nil), "⌋": ("⎥", "⎥", "⎦", nil),
    "⌈": ("⎡", "⎢", "⎢", nil), "⌉": ("⎤", "⎥", "⎥", nil),
    "|": ("│", "│", "│", nil), "‖": ("║", "║", "║", nil),
  ]
}

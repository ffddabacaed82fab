extension Frame {
  /// The title, and the frame with its ticks, grid lines and names.
  func axes(
    _ title: String, x xLabel: String, y yLabel: String, grid: Bool = true
  ) -> [Picture.Shape] {
    let bottom = top + height
    var shapes: [Picture.Shape] = []
    if !title.isEmpty {
      shapes.append(
        .text(title, Point(left + width / 2, 20), .middle, size: 14, .ink))
    }
    for tick in y.ticks {
      let place = top + height * (1 - y.place(of: tick.value))
      if grid {
        shapes.append(
          .line(
            [Point(left, place), Point(left + width, place)], .faint,
            width: 0.5))
      }
      shapes.append(
        .text(tick.label, Point(left - 7, place + 4), .end, size: 11, .ink))
    }
    for tick in x.ticks {
      let place = left + width * x.place(of: tick.value)
      shapes.append(
        .line(
          [Point(place, bottom), Point(place, bottom + 4)], .ink, width: 1))
      shapes.append(
        .text(tick.label, Point(place, bottom + 17), .middle, size: 11, .ink))
    }
    shapes.append(
      .line(
        [Point(left, top), Point(left, bottom), Point(left + width, bottom)],
        .ink, width: 1))
    if !xLabel.isEmpty {
      shapes.append(
        .text(
          xLabel, Point(left + width / 2, bottom + 36), .middle, size: 12, .ink)
      )
    }
    if !yLabel.isEmpty {
      shapes.append(
        .text(
          yLabel, Point(16, top + height / 2), .middle, size: 12, .ink,
          upwards: true))
    }
    return shapes
  }
}

/// A canvas of characters with axes around it, in a terminal.
struct CellFrame {
  let x: Scale
  let y: Scale
  /// The columns of the numbers at the y-axis and the space beside them.
  private let margin: Int
  let width: Int
  let height: Int

  /// A frame within `width` columns; nil where these are too few.
  init?(x: Scale, y: Scale, width: Int, height: Int) {
    margin = (y.ticks.map(\.label.count).max() ?? 0) + 1
    guard width - margin > 16 else { return nil }
    (self.x, self.y, self.height) = (x, y, height)
    self.width = width - margin - 1
  }

  /// The frame in units of dots.
  var dots: Frame {
    Frame(
      left: 0, top: 0, width: Double(width * 2 - 1),
      height: Double(height * 4 - 1), x: x, y: y)
  }

  /// The rows of the canvas between the axes, with their numbers and names.
  func lines(_ canvas: Dots, x xLabel: String, y yLabel: String) -> [CellLine] {
    var lines: [CellLine] = []
    let indent = String(repeating: " ", count: margin)
    if !yLabel.isEmpty {
      lines.append(.plain(indent + yLabel.prefix(width + 1)))
    }
    let ticks = Dictionary(
      y.ticks.map { (row(of: $0.value), $0.label) },
      uniquingKeysWith: { first, _ in first })
    for row in 0..<height {
      let label = ticks[row] ?? ""
      var line = CellLine()
      let spaces = margin - 1 - label.count
      line.append(String(repeating: " ", count: spaces) + label, .ink)
      line.append(ticks[row] == nil ? " │" : " ┤", .ink)
      canvas.add(row, to: &line)
      lines.append(line)
    }
    lines.append(.plain(indent + "└" + String(repeating: "─", count: width)))
    lines.append(.plain(indent + " " + tickLine))
    if !xLabel.isEmpty {
      lines.append(.plain(indent + " " + xLabel.prefix(width)))
    }
    return lines
  }

  private func row(of value: Double) -> Int {
    let dot = (1 - y.place(of: value)) * Double(height * 4 - 1)
    return Int(dot.rounded()) / 4
  }

  /// The numbers below their positions, where there is room.
  private var tickLine: String {
    var line = ""
    for tick in x.ticks {
      let place = Int((x.place(of: tick.value) * Double(width - 1)).rounded())
      let start = max(
        0, min(place - tick.label.count / 2, width - tick.label.count))
      guard start >= line.count + (line.isEmpty ? 0 : 1) else { continue }
      line += String(repeating: " ", count: start - line.count) + tick.label
    }
    return line
  }
}

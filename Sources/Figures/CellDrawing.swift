/// A line of a figure in a terminal: pieces of text with their colours.
package struct CellLine: Sendable, Equatable {
  package struct Piece: Sendable, Equatable {
    package var text: String
    package var colour: Colour
  }

  package var pieces: [Piece] = []

  package var text: String { pieces.map(\.text).joined() }

  mutating func append(_ text: String, _ colour: Colour) {
    if let last = pieces.indices.last, pieces[last].colour == colour {
      pieces[last].text += text
    } else if !text.isEmpty {
      pieces.append(Piece(text: text, colour: colour))
    }
  }
}

extension Figure {
  /// The figure in a terminal of this many columns; nil where it cannot be
  /// drawn with characters, and its text alternative has to do.
  package func cells(width: Int) -> [CellLine]? {
    switch self {
    case .chart(let chart): chart.cells(width: min(width, 76), height: 14)
    case .row(let figures):
      figures.reduce([] as [CellLine]?) { lines, figure in
        guard let lines, let more = figure.cells(width: width) else {
          return nil
        }
        return lines + (lines.isEmpty ? [] : [CellLine()]) + more
      }
    default: nil
    }
  }
}

/// Dots in a grid of characters, each of two by four dots.
private struct Dots {
  let width: Int
  let height: Int
  private var bits: [UInt32]
  private var colours: [Colour]

  init(width: Int, height: Int) {
    self.width = width
    self.height = height
    bits = Array(repeating: 0, count: width * height)
    colours = Array(repeating: .ink, count: width * height)
  }

  mutating func mark(_ x: Int, _ y: Int, _ colour: Colour) {
    guard (0..<width * 2).contains(x), (0..<height * 4).contains(y) else {
      return
    }
    let cell = y / 4 * width + x / 2
    // The order of the dots in Unicode's block of Braille patterns.
    let order: [[UInt32]] = [[0, 3], [1, 4], [2, 5], [6, 7]]
    bits[cell] |= 1 << order[y % 4][x % 2]
    colours[cell] = colour
  }

  func line(_ row: Int) -> [(Character, Colour)] {
    (row * width..<(row + 1) * width).map { cell in
      let scalar = bits[cell] == 0 ? nil : Unicode.Scalar(0x2800 + bits[cell])
      return (scalar.map(Character.init) ?? " ", colours[cell])
    }
  }
}

extension Chart {
  fileprivate func cells(width: Int, height: Int) -> [CellLine]? {
    let values = series.flatMap(\.points)
    let (x, y) = (
      Scale(x, values: values.map(\.x)), Scale(y, values: values.map(\.y))
    )
    let margin = (y.ticks.map(\.label.count).max() ?? 0) + 1
    guard width - margin > 16 else { return nil }
    var dots = Dots(width: width - margin - 1, height: height)
    let frame = Frame(
      left: 0, top: 0, width: Double(dots.width * 2 - 1),
      height: Double(height * 4 - 1), x: x, y: y)
    for (one, colour) in coloured { dots.draw(one, colour, in: frame) }
    var lines = title.isEmpty ? [] : [plain(title)]
    lines += legendLine.map { [$0] } ?? []
    let rows = Dictionary(
      y.ticks.map { (row($0.value, y, height), $0.label) },
      uniquingKeysWith: { first, _ in first })
    for row in 0..<height {
      let label = rows[row] ?? ""
      var line = CellLine()
      let spaces = margin - 1 - label.count
      line.append(String(repeating: " ", count: spaces) + label, .ink)
      line.append(rows[row] == nil ? " │" : " ┤", .ink)
      for (character, colour) in dots.line(row) {
        line.append(String(character), colour)
      }
      lines.append(line)
    }
    let indent = String(repeating: " ", count: margin)
    let rule = String(repeating: "─", count: dots.width)
    return lines + [
      plain(indent + "└" + rule),
      plain(indent + " " + tickLine(x, width: dots.width)),
    ] + (self.x.label.isEmpty ? [] : [plain(indent + " " + self.x.label)])
  }

  private func plain(_ text: String) -> CellLine {
    CellLine(pieces: [.init(text: text, colour: .ink)])
  }

  private var legendLine: CellLine? {
    var line = CellLine()
    for (one, colour) in coloured where !one.label.isEmpty {
      line.append(one.mark == .points ? "• " : "━ ", colour)
      line.append(one.label + "  ", .ink)
    }
    return line.pieces.isEmpty ? nil : line
  }

  private func row(_ value: Double, _ y: Scale, _ height: Int) -> Int {
    let dot = (1 - y.place(of: value)) * Double(height * 4 - 1)
    return Int(dot.rounded()) / 4
  }

  /// The ticks' labels below their places, where there is room.
  private func tickLine(_ x: Scale, width: Int) -> String {
    var line = ""
    for tick in x.ticks {
      let place = Int((x.place(of: tick.value) * Double(width - 1)).rounded())
      let start = max(0, place - tick.label.count / 2)
      guard start >= line.count + (line.isEmpty ? 0 : 1) else { continue }
      line += String(repeating: " ", count: start - line.count) + tick.label
    }
    return line
  }
}

extension Dots {
  fileprivate mutating func draw(
    _ series: Chart.Series, _ colour: Colour, in frame: Frame
  ) {
    for shape in frame.marks(series, colour) {
      switch shape {
      case .circle(let centre, _, _, _):
        let (x, y) = (Int(centre.x.rounded()), Int(centre.y.rounded()))
        for (dx, dy) in [(0, 0), (1, 0), (0, 1), (1, 1)] {
          mark(x + dx, y + dy, colour)
        }
      case .line(let points, _, _, _):
        for (from, to) in zip(points, points.dropFirst()) {
          let steps = max((to.x - from.x).magnitude, (to.y - from.y).magnitude)
          let count = max(1, Int(steps.rounded(.up)))
          for step in 0...count {
            let part = Double(step) / Double(count)
            mark(
              Int((from.x + (to.x - from.x) * part).rounded()),
              Int((from.y + (to.y - from.y) * part).rounded()), colour)
          }
        }
      default: break
      }
    }
  }
}

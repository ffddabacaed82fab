/// A line of a figure in a terminal: pieces of text with their colors.
package struct CellLine: Sendable, Equatable {
  package struct Piece: Sendable, Equatable {
    package var text: String
    package var color: Color
  }

  package var pieces: [Piece] = []

  package var text: String { pieces.map(\.text).joined() }

  static func plain(_ text: String) -> CellLine {
    CellLine(pieces: [Piece(text: text, color: .ink)])
  }

  mutating func append(_ text: String, _ color: Color) {
    if let last = pieces.indices.last, pieces[last].color == color {
      pieces[last].text += text
    } else if !text.isEmpty {
      pieces.append(Piece(text: text, color: color))
    }
  }
}

extension Figure {
  /// The figure for a terminal of `width` columns; nil if it cannot be drawn
  /// with characters, so that only its text alternative can be shown.
  package func cells(width: Int) -> [CellLine]? {
    switch self {
    case .chart(let chart): chart.cells(width: min(width, 76), height: 14)
    case .bars(let bars): bars.cells(width: min(width, 76))
    case .net(let net): net.cells(width: min(width, 64))
    case .nested(let nested): nested.cells(width: width)
    case .row(let figures):
      figures.reduce([] as [CellLine]?) { lines, figure in
        guard let lines, let more = figure.cells(width: width) else {
          return nil
        }
        return lines + (lines.isEmpty ? [] : [CellLine()]) + more
      }
    case .images: nil
    }
  }
}

extension Chart.Mark {
  /// What stands for a series in the legend.
  fileprivate var sample: Character {
    switch self {
    case .points: Dots.point
    case .dashes: "╍"
    case .line, .both, .segments: "━"
    }
  }
}

extension Chart {
  /// The chart for a terminal, `height` rows between its title and its axis;
  /// nil where it is too narrow.
  package func cells(width: Int, height: Int) -> [CellLine]? {
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
    for (one, color) in colored { dots.draw(one, color, in: frame) }
    var lines = title.isEmpty ? [] : [CellLine.plain(title)]
    lines += legend(width: width)
    let rows = Dictionary(
      y.ticks.map { (row($0.value, y, height), $0.label) },
      uniquingKeysWith: { first, _ in first })
    for row in 0..<height {
      let label = rows[row] ?? ""
      var line = CellLine()
      let spaces = margin - 1 - label.count
      line.append(String(repeating: " ", count: spaces) + label, .ink)
      line.append(rows[row] == nil ? " │" : " ┤", .ink)
      dots.add(row, to: &line)
      lines.append(line)
    }
    let indent = String(repeating: " ", count: margin)
    let rule = String(repeating: "─", count: dots.width)
    return lines + [
      CellLine.plain(indent + "└" + rule),
      CellLine.plain(indent + " " + tickLine(x, width: dots.width)),
    ]
      + (self.x.label.isEmpty
        ? []
        : [
          CellLine.plain(indent + " " + self.x.label.prefix(dots.width))
        ])
  }

  /// The names of the series, as many per line as fit.
  private func legend(width: Int) -> [CellLine] {
    var lines: [CellLine] = []
    var room = 0
    for (one, color) in colored where !one.label.isEmpty {
      let label = String(one.label.prefix(max(1, width - 2)))
      if room < label.count + 4 {
        lines.append(CellLine())
        room = width
      } else {
        lines[lines.count - 1].append("  ", .ink)
        room -= 2
      }
      lines[lines.count - 1].append(
        "\(one.mark.sample) ", color)
      lines[lines.count - 1].append(label, .ink)
      room -= label.count + 2
    }
    return lines
  }

  private func row(_ value: Double, _ y: Scale, _ height: Int) -> Int {
    let dot = (1 - y.place(of: value)) * Double(height * 4 - 1)
    return Int(dot.rounded()) / 4
  }

  /// The tick labels below their positions, where there is room.
  private func tickLine(_ x: Scale, width: Int) -> String {
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

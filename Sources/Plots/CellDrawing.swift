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
    case .images(let grid): grid.cells(width: width)
    case .heatMap(let map): map.cells(width: width)
    case .regions(let regions): regions.cells(width: min(width, 76), height: 18)
    }
  }
}

extension Chart {
  /// The chart for a terminal, with `height` rows between its title and its
  /// axis; nil if the terminal is too narrow.
  package func cells(width: Int, height: Int) -> [CellLine]? {
    let values = series.flatMap(\.points)
    let frame = CellFrame(
      x: Scale(x, values: values.map(\.x)),
      y: Scale(y, values: values.map(\.y)), width: width, height: height)
    guard let frame else { return nil }
    var dots = Dots(width: frame.width, height: height)
    for (one, look) in looks { dots.draw(one, look, in: frame.dots) }
    let names = legend ? nil : names(in: frame)
    for (place, one) in zip(names ?? [], looks) {
      guard let place else { continue }
      dots.write(one.0.label, Int(place.x), Int(place.y), one.1.color)
    }
    let head = title.isEmpty ? [] : [CellLine.plain(title)]
    return head + (names == nil ? legendLines(width: width) : [])
      + frame.lines(dots, x: x.label, y: y.label)
  }

  /// The places of the names of the series; nil if there is no room.
  private func names(in frame: CellFrame) -> [Box?]? {
    let labels = LineLabels(
      frame: Box(
        x: 0, y: 0, width: Double(frame.width), height: Double(frame.height)),
      gap: Point(1.5, 0.5), clearance: Point(2, 0.6), ownClearance: Point(1, 0),
      snaps: true
    ) { (Double($0.count), 1) }
    let paths = looks.map { one, look in
      var path: [Point] = []
      for shape in frame.dots.marks(one, look) {
        for dot in shape.samples(every: 1) {
          let cell = Point(
            (dot.x.rounded() / 2).rounded(.down) + 0.5,
            (dot.y.rounded() / 4).rounded(.down) + 0.5)
          if path.last != cell { path.append(cell) }
        }
      }
      return path
    }
    return labels.places(of: series.map(\.label), along: paths)
  }

  /// The names of the series, as many per line as fit.
  private func legendLines(width: Int) -> [CellLine] {
    let entries = looks.filter { !$0.0.label.isEmpty }.map { one, look in
      let sample =
        switch one.mark {
        case .points: look.marker.character
        case .line, .dashes, .both: look.stroke.sample
        case .segments: Stroke.solid.sample
        }
      return (sample: sample, name: one.label, color: look.color)
    }
    return CellLine.legend(entries, width: width)
  }
}

extension CellLine {
  /// Names with their marks, as many per line as fit.
  static func legend(
    _ entries: [(sample: Character, name: String, color: Color)], width: Int
  ) -> [CellLine] {
    var lines: [CellLine] = []
    var room = 0
    for entry in entries {
      let name = String(entry.name.prefix(max(1, width - 2)))
      if room < name.count + 4 {
        lines.append(CellLine())
        room = width
      } else {
        lines[lines.count - 1].append("  ", .ink)
        room -= 2
      }
      lines[lines.count - 1].append("\(entry.sample) ", entry.color)
      lines[lines.count - 1].append(name, .ink)
      room -= name.count + 2
    }
    return lines
  }
}

// Networks, nested boxes and bars, drawn with characters.
extension Net {
  /// Nodes in columns, joined by lines of dots.
  func cells(width: Int) -> [CellLine]? {
    let labels = nodes.map { $0.label.isEmpty ? "○" : "(\($0.label))" }
    // Labels in the outer columns extend beyond the column by half their width.
    let side = ((labels + captions).map(\.count).max() ?? 0) / 2 + 1
    let columns = Int(nodes.map(\.place.x).max() ?? 0)
    guard !nodes.isEmpty, width >= side * 2 + 12 * columns else { return nil }
    let step = min(24, columns > 0 ? (width - side * 2 - 1) / columns : 0)
    let rows = Int(((nodes.map(\.place.y).max() ?? 0) * 3).rounded(.up)) + 1
    var dots = Dots(width: side * 2 + step * columns + 1, height: rows)
    let places = nodes.map { node in
      (x: side + Int(node.place.x) * step, y: Int((node.place.y * 3).rounded()))
    }
    for edge in edges {
      let (a, b) = (places[edge.from], places[edge.to])
      let out = labels[edge.from].count / 2 + 2
      let into = (labels[edge.to].count - 1) / 2 + 1
      dots.join(
        Point(Double((a.x + out) * 2), Double(a.y * 4 + 1)),
        Point(Double((b.x - into) * 2 - 1), Double(b.y * 4 + 1)), .faint)
    }
    for (index, node) in nodes.enumerated() {
      let (x, y) = places[index]
      let label = labels[index]
      dots.write(label, x - (label.count - 1) / 2, y, node.color)
    }
    let lines = (0..<rows).map { row in
      var line = CellLine()
      dots.add(row, to: &line)
      return line
    }
    return captions.isEmpty
      ? lines : lines + [CellLine(), captionLine(step: step, side: side)]
  }

  /// The captions below the columns.
  private func captionLine(step: Int, side: Int) -> CellLine {
    var text = ""
    for (index, caption) in captions.enumerated() {
      let start = side + index * step - (caption.count - 1) / 2
      text += String(repeating: " ", count: max(0, start - text.count))
      text += caption
    }
    return .plain(text)
  }
}

extension Nested {
  /// Boxes with their names in their top edges.
  func cells(width: Int) -> [CellLine]? {
    let needed = names.indices.map { names[$0].count + 6 + 4 * $0 }.max() ?? 0
    guard !names.isEmpty, needed <= width else { return nil }
    let total = min(width, needed + 6)
    var above: [CellLine] = []
    var below: [CellLine] = []
    for (index, name) in names.enumerated() {
      let inside = total - 4 * index
      let open = String(repeating: "│ ", count: index)
      let close = String(repeating: " │", count: index)
      let rule = String(repeating: "─", count: inside - name.count - 5)
      above.append(.boxed("\(open)┌─", " \(name) ", "\(rule)┐\(close)"))
      let floor = String(repeating: "─", count: inside - 2)
      below.insert(.boxed("\(open)└\(floor)┘\(close)", "", ""), at: 0)
    }
    return above + below
  }
}

extension CellLine {
  fileprivate static func boxed(
    _ left: String, _ name: String, _ right: String
  ) -> CellLine {
    var line = CellLine()
    line.append(left, .blue)
    line.append(name, .ink)
    line.append(right, .blue)
    return line
  }
}

extension Bars {
  /// A bar to the right of each name, followed by its value; nil if a value is
  /// negative or too large for a bar, or if there is no room.
  func cells(width: Int) -> [CellLine]? {
    let most = y.range?.upperBound ?? bars.map(\.value).max() ?? 0
    let names = bars.map(\.name.count).max() ?? 0
    let room = width - names - 12
    guard most > 0, room >= 10, !y.logarithmic,
      bars.allSatisfy({ (0...most).contains($0.value) })
    else { return nil }
    let head = title.isEmpty ? [] : [CellLine.plain(title)]
    let foot = y.label.isEmpty ? [] : [CellLine.plain(y.label)]
    return head
      + bars.map { bar in
        let halves = Int((bar.value / most * Double(room * 2)).rounded())
        var line = CellLine()
        let space = String(repeating: " ", count: names - bar.name.count)
        line.append(space + bar.name + " │", .ink)
        line.append(
          String(repeating: "█", count: halves / 2)
            + (halves % 2 == 1 ? "▌" : ""), .blue)
        line.append(" " + label(bar.value, decimals: decimals), .ink)
        return line
      }
      + foot.map { .plain(String(repeating: " ", count: names + 2) + $0.text) }
  }
}

/// A bar chart.
package struct Bars: Sendable {
  package var title: String
  package var y: Axis
  package var bars: [(name: String, value: Double)]
  package var width: Double
  package var height: Double

  package init(
    _ title: String = "", y: Axis = Axis(), width: Double = 300,
    height: Double = 240, _ bars: [(name: String, value: Double)]
  ) {
    self.title = title
    self.y = y
    self.bars = bars
    self.width = width
    self.height = height
  }

  /// The decimals of the values beside the bars.
  var decimals: Int {
    bars.allSatisfy { $0.value.rounded() == $0.value } ? 0 : 2
  }

  var picture: Picture {
    let top = title.isEmpty ? 12.0 : 32
    let values = bars.map(\.value)
    let most = (values + [0]).max() ?? 1
    let least = (values + [0]).min() ?? 0
    var axis = y
    axis.range = y.range ?? (least * 1.05)...max(most * 1.05, least + 1e-9)
    var ends = Axis()
    ends.range = 0...Double(max(bars.count, 1))
    let plain = Scale(ends, values: [])
    let frame = Frame(
      left: 58, top: top, width: width - 74, height: height - top - 28,
      x: plain, y: Scale(axis, values: values))
    var picture = Picture(width: width, height: height)
    picture.shapes = frame.axes(title, x: "", y: y.label).filter {
      // The names of the bars replace the ticks on the x-axis.
      if case .text(_, let place, .middle, _, _, false) = $0 {
        place.y < top + frame.height
      } else {
        true
      }
    }
    let slot = frame.width / Double(max(bars.count, 1))
    let zero = frame.point(Point(0, 0)).y
    let decimals = decimals
    for (index, bar) in bars.enumerated() {
      let end = frame.point(Point(0, bar.value)).y
      let x = frame.left + slot * (Double(index) + 0.15)
      picture.shapes.append(
        .rectangle(
          Point(x, min(zero, end)), width: slot * 0.7,
          height: max((zero - end).magnitude, 0.5), .blue, opacity: 0.85))
      picture.shapes.append(
        .text(
          bar.name, Point(x + slot * 0.35, height - 11), .middle, size: 11,
          .ink))
      let above = bar.value < 0 ? zero : end
      picture.shapes.append(
        .text(
          label(bar.value, decimals: decimals),
          Point(x + slot * 0.35, above - 4), .middle, size: 11, .ink))
    }
    return picture
  }
}

/// Nested boxes, the outermost first.
package struct Nested: Sendable {
  package var names: [String]

  package init(_ names: [String]) { self.names = names }

  var picture: Picture {
    let count = Double(names.count)
    let (width, height) = (360 + 30 * count, 60 + 44 * count)
    var picture = Picture(width: width, height: height)
    for (index, name) in names.enumerated() {
      let inset = Double(index)
      let corner = Point(6 + 20 * inset, 6 + 32 * inset)
      picture.shapes.append(
        .rectangle(
          corner, width: width - 12 - 40 * inset,
          height: height - 12 - 44 * inset, .blue, opacity: 0.1,
          outlined: true))
      picture.shapes.append(
        .text(
          name, Point(corner.x + 14, corner.y + 22), .start, size: 14, .ink))
    }
    return picture
  }
}

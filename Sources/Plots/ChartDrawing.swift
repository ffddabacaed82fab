/// The frame of a chart, which maps values to positions in the picture.
struct Frame {
  let left: Double
  let top: Double
  let width: Double
  let height: Double
  let x: Scale
  let y: Scale

  func point(_ value: Point) -> Point {
    Point(
      left + width * x.place(of: value.x),
      top + height * (1 - y.place(of: value.y)))
  }
}

extension Chart {
  var picture: Picture {
    let values = series.flatMap(\.points)
    let legend = legend(y: title.isEmpty ? 22 : 44)
    let top = (title.isEmpty ? 10 : 32) + legend.height
    let frame = Frame(
      left: 58, top: top, width: width - 74,
      height: height - top - (x.label.isEmpty ? 28 : 46),
      x: Scale(x, values: values.map(\.x)),
      y: Scale(y, values: values.map(\.y)))
    var picture = Picture(width: width, height: height)
    if !title.isEmpty {
      picture.shapes.append(
        .text(title, Point(width / 2, 20), .middle, size: 14, .ink))
    }
    picture.shapes += frame.axes(x: x.label, y: y.label)
    for (one, color) in colored { picture.shapes += frame.marks(one, color) }
    picture.shapes += legend.shapes
    return picture
  }

  var colored: [(Series, Color)] {
    let colors: [Color] = [.blue, .orange, .green, .purple, .red]
    return series.enumerated().map { index, one in
      (one, one.color ?? colors[index % colors.count])
    }
  }

  /// The names of the series, in as many rows as they need.
  private func legend(
    y first: Double
  ) -> (shapes: [Picture.Shape], height: Double) {
    var (x, y) = (58.0, first)
    var shapes: [Picture.Shape] = []
    for (one, color) in colored where !one.label.isEmpty {
      let end = x + 21 + estimatedWidth(one.label, size: 12)
      if end > width, x > 58 { (x, y) = (58, y + 18) }
      if one.mark == .points {
        shapes.append(
          .circle(Point(x + 8, y - 4), radius: 3, color, filled: true))
      } else {
        shapes.append(
          .line(
            [Point(x, y - 4), Point(x + 16, y - 4)], color, width: 2,
            dashed: one.mark == .dashes))
      }
      shapes.append(.text(one.label, Point(x + 21, y), .start, size: 12, .ink))
      x += 21 + estimatedWidth(one.label, size: 12) + 14
    }
    return (shapes, shapes.isEmpty ? 0 : y - first + 22)
  }
}

extension Frame {
  /// The frame with its ticks, grid lines and labels.
  func axes(x xLabel: String, y yLabel: String) -> [Picture.Shape] {
    let bottom = top + height
    var shapes: [Picture.Shape] = []
    for tick in y.ticks {
      let place = top + height * (1 - y.place(of: tick.value))
      shapes.append(
        .line(
          [Point(left, place), Point(left + width, place)], .faint, width: 0.5))
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

  /// The shapes of a series, without the parts outside the frame.
  func marks(_ series: Chart.Series, _ color: Color) -> [Picture.Shape] {
    let within = series.points.filter { isWithin($0) }.map(point)
    let dots = within.map {
      Picture.Shape.circle($0, radius: 3, color, filled: true)
    }
    switch series.mark {
    case .points: return dots
    case .segments:
      let places = series.points.map(point)
      return stride(from: 0, to: places.count - 1, by: 2).map {
        .line([places[$0], places[$0 + 1]], color, width: 1.2)
      }
    case .line, .dashes, .both:
      let lines = series.points.split { !isWithin($0) }.filter { $0.count > 1 }
        .map {
          Picture.Shape.line(
            $0.map(point), color, width: 2, dashed: series.mark == .dashes)
        }
      return series.mark == .both ? lines + dots : lines
    }
  }

  private func isWithin(_ value: Point) -> Bool {
    let inside = -0.001...1.001
    return inside.contains(x.place(of: value.x))
      && inside.contains(y.place(of: value.y))
  }
}

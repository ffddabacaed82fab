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
    let plain = frame(top: title.isEmpty ? 10 : 32)
    if !legend, let names = plain.names(of: looks) {
      return picture(in: plain, names: names)
    }
    let legend = legendShapes(y: title.isEmpty ? 22 : 44)
    let frame = frame(top: (title.isEmpty ? 10 : 32) + legend.height)
    return picture(in: frame, names: legend.shapes)
  }

  private func frame(top: Double) -> Frame {
    let values = series.flatMap(\.points)
    return Frame(
      left: 58, top: top, width: width - 74,
      height: height - top - (x.label.isEmpty ? 28 : 46),
      x: Scale(x, values: values.map(\.x)),
      y: Scale(y, values: values.map(\.y)))
  }

  private func picture(in frame: Frame, names: [Picture.Shape]) -> Picture {
    var picture = Picture(width: width, height: height)
    picture.shapes += frame.axes(title, x: x.label, y: y.label)
    for (one, look) in looks { picture.shapes += frame.marks(one, look) }
    picture.shapes += names
    return picture
  }

  /// The series, each with the style that tells it apart from the others.
  var looks: [(Series, Look)] {
    var (lines, dashes, points) = (0, 0, 0)
    let strokes: [Stroke] = [.solid, .dashDotted, .dotted, .longDashed]
    return series.enumerated().map { index, one in
      var look = Look(color: one.color ?? Color(of: index))
      switch one.mark {
      case .line, .both:
        look.stroke = strokes[lines % strokes.count]
        lines += 1
      case .dashes:
        look.stroke = dashes % 2 == 0 ? .dashed : .longDashed
        dashes += 1
      case .points, .segments: break
      }
      if one.mark == .points || one.mark == .both {
        look.marker = Marker(of: points)
        points += 1
      }
      return (one, look)
    }
  }

  /// The names of the series, in as many rows as they need.
  private func legendShapes(
    y first: Double
  ) -> (shapes: [Picture.Shape], height: Double) {
    var (x, y) = (58.0, first)
    var shapes: [Picture.Shape] = []
    for (one, look) in looks where !one.label.isEmpty {
      let end = x + 31 + estimatedWidth(one.label, size: 12)
      if end > width, x > 58 { (x, y) = (58, y + 18) }
      if one.mark != .points {
        shapes.append(
          .line(
            [Point(x, y - 4), Point(x + 26, y - 4)], look.color, width: 2,
            look.stroke))
      }
      if one.mark == .points || one.mark == .both {
        shapes.append(
          .marker(Point(x + 13, y - 4), look.marker, radius: 3, look.color))
      }
      shapes.append(.text(one.label, Point(x + 31, y), .start, size: 12, .ink))
      x = end + 14
    }
    return (shapes, shapes.isEmpty ? 0 : y - first + 22)
  }
}

extension Frame {
  /// The names of the series beside their lines; nil if there is no room.
  fileprivate func names(
    of series: [(Chart.Series, Look)]
  ) -> [Picture.Shape]? {
    let labels = LineLabels(
      frame: Box(x: left + 4, y: top, width: width - 8, height: height - 3),
      gap: Point(7, 4), clearance: Point(7, 7), ownClearance: Point(2, 1),
      snaps: false,
      rules: y.ticks.map { point(Point(0, $0.value)).y }
    ) { (estimatedWidth($0, size: 12) + 2, 12) }
    let paths = series.map { one, look in
      marks(one, look).flatMap { $0.samples(every: 6) }
    }
    let places = labels.places(of: series.map(\.0.label), along: paths)
    return places.map { places in
      zip(series, places).compactMap { one, place in
        place.map { box in
          .text(
            one.0.label, Point(box.x + box.width / 2, box.y + 10), .middle,
            size: 12, one.1.color)
        }
      }
    }
  }

  /// The shapes of a series, without the parts outside the frame.
  func marks(_ series: Chart.Series, _ look: Look) -> [Picture.Shape] {
    let color = look.color
    let within = series.points.filter { isWithin($0) }.map(point)
    let dots = within.map {
      Picture.Shape.marker($0, look.marker, radius: 3, color)
    }
    switch series.mark {
    case .points: return dots
    case .segments:
      return stride(from: 0, to: series.points.count - 1, by: 2).compactMap {
        let ends = [series.points[$0], series.points[$0 + 1]]
        guard ends.allSatisfy(isWithin) else { return nil }
        return .line(ends.map(point), color, width: 1.2)
      }
    case .line, .dashes, .both:
      let lines = series.points.split { !isWithin($0) }.filter { $0.count > 1 }
        .map {
          Picture.Shape.line($0.map(point), color, width: 2, look.stroke)
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

extension Picture.Shape {
  /// Points of the shape that are at most `step` apart.
  func samples(every step: Double) -> [Point] {
    switch self {
    case .marker(let center, _, _, _): return [center]
    case .line(let points, _, _, _):
      return zip(points, points.dropFirst()).flatMap { from, to in
        let (dx, dy) = (to.x - from.x, to.y - from.y)
        let length = (dx * dx + dy * dy).squareRoot()
        let count = max(1, (length / step).rounded(.up))
        return stride(from: 0, to: count, by: 1).map {
          Point(from.x + dx * $0 / count, from.y + dy * $0 / count)
        }
      } + points.suffix(1)
    default: return []
    }
  }
}

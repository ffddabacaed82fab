/// A point, in the units of its context.
package struct Point: Sendable, Equatable {
  package var x: Double
  package var y: Double

  package init(_ x: Double, _ y: Double) {
    self.x = x
    self.y = y
  }
}

/// Colors that stay distinguishable on white and on black.
package enum Color: String, Sendable, Equatable, CaseIterable {
  case blue = "#2f7fc1"
  case orange = "#d97a1e"
  case green = "#2f9e5b"
  case purple = "#9166c7"
  case red = "#d1495b"
  /// For axes and text.
  case ink = "#6e7781"
  /// For lines in the background.
  case faint = "#a8b0b8"
}

/// Shapes in pixels, with the origin at the top left.
struct Picture: Sendable {
  enum Anchor: String {
    case start
    case middle
    case end
  }

  enum Shape: Sendable {
    case line([Point], Color, width: Double, dashed: Bool = false)
    case circle(Point, radius: Double, Color, filled: Bool)
    case rectangle(
      Point, width: Double, height: Double, Color, opacity: Double,
      outlined: Bool = false)
    case text(
      String, Point, Anchor, size: Double, Color, upwards: Bool = false)
    /// Runs of pixels with one gray value, from 0 for black to 255 for white.
    case pixels([(Point, length: Double)], height: Double, gray: Int)
  }

  var width: Double
  var height: Double
  var shapes: [Shape] = []

  /// Adds another picture to the right of this one.
  mutating func append(_ other: Picture) {
    shapes += other.shapes.map { $0.moved(by: width) }
    width += other.width
    height = max(height, other.height)
  }
}

extension Picture.Shape {
  fileprivate func moved(by x: Double) -> Picture.Shape {
    func moved(_ point: Point) -> Point { Point(point.x + x, point.y) }
    return switch self {
    case .line(let points, let color, let width, let dashed):
      .line(points.map(moved), color, width: width, dashed: dashed)
    case .circle(let center, let radius, let color, let filled):
      .circle(moved(center), radius: radius, color, filled: filled)
    case .rectangle(
      let corner, let width, let height, let color, let opacity,
      let outlined):
      .rectangle(
        moved(corner), width: width, height: height, color, opacity: opacity,
        outlined: outlined)
    case .text(
      let words, let place, let anchor, let size, let color, let upwards):
      .text(
        words, moved(place), anchor, size: size, color, upwards: upwards)
    case .pixels(let runs, let height, let gray):
      .pixels(
        runs.map { (moved($0.0), length: $0.length) }, height: height,
        gray: gray)
    }
  }
}

/// The approximate width of a text; East Asian characters count as square.
func estimatedWidth(_ text: String, size: Double) -> Double {
  text.unicodeScalars.reduce(0) {
    $0 + size * ($1.value >= 0x2E80 ? 1 : 0.56)
  }
}

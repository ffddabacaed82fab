/// A point, in the units of its context.
public struct Point: Sendable, Equatable {
  /// The position from left to right.
  public var x: Double
  /// The position of a value upwards; in pixels and cells, downwards.
  public var y: Double

  /// The point (x, y).
  public init(_ x: Double, _ y: Double) {
    self.x = x
    self.y = y
  }

  /// The point (x, y), from elements of a tensor.
  public init(_ x: some BinaryFloatingPoint, _ y: some BinaryFloatingPoint) {
    self.init(Double(x), Double(y))
  }
}

/// Colors that stay distinguishable on white and on black.
public enum Color: String, Sendable, Equatable, CaseIterable {
  case blue = "#2f7fc1"
  case orange = "#d97a1e"
  case green = "#2f9e5b"
  case purple = "#9166c7"
  case red = "#d1495b"
  /// For axes and text.
  case ink = "#6e7781"
  /// For lines in the background.
  case faint = "#a8b0b8"
  /// For text on a light cell.
  case dark = "#24292f"
}

/// Shapes in pixels, with the origin at the top left.
struct Picture: Sendable {
  enum Anchor: String {
    case start
    case middle
    case end
  }

  enum Shape: Sendable {
    case line([Point], Color, width: Double, Stroke = .solid)
    /// Lines of two points each.
    case segments([(Point, Point)], Color, width: Double)
    case circle(Point, radius: Double, Color, filled: Bool)
    case marker(Point, Marker, radius: Double, Color)
    case rectangle(
      Point, width: Double, height: Double, Color, opacity: Double,
      outlined: Bool = false)
    /// Polygons that do not overlap.
    case area([[Point]], Color, opacity: Double)
    /// A rectangle in a mixture of white and a share of a color.
    case cell(Point, width: Double, height: Double, Color, share: Double)
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
    case .line(let points, let color, let width, let stroke):
      .line(points.map(moved), color, width: width, stroke)
    case .segments(let segments, let color, let width):
      .segments(
        segments.map { (moved($0), moved($1)) }, color, width: width)
    case .circle(let center, let radius, let color, let filled):
      .circle(moved(center), radius: radius, color, filled: filled)
    case .marker(let center, let marker, let radius, let color):
      .marker(moved(center), marker, radius: radius, color)
    case .area(let polygons, let color, let opacity):
      .area(polygons.map { $0.map(moved) }, color, opacity: opacity)
    case .cell(let corner, let width, let height, let color, let share):
      .cell(
        moved(corner), width: width, height: height, color, share: share)
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

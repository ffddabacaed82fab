/// The areas of a plane in which a function gives each class, and the points
/// that belong to the classes.
///
/// ```swift
/// let regions = Regions(
///   "which side", x: Axis("x", 0...4), y: Axis("y", 0...4),
///   classes: ["below", "above"], points: [Point(1, 3)], labels: [1]
/// ) { x, y in y > x ? 1 : 0 }
/// try regions.save(to: "regions.svg")
/// ```
///
/// Each area has the name of its class in it, and each class a mark of its own.
/// The function is called a few thousand times, and only when the value is
/// created.
public struct Regions: Plot, Equatable {
  /// The title above the plane.
  public let title: String
  /// The horizontal axis.
  public let x: Axis
  /// The vertical axis.
  public let y: Axis
  /// The names of the classes.
  public let classes: [String]
  /// The points drawn over the areas.
  public let points: [Point]
  /// The class of each point.
  public let labels: [Int]
  /// The width of the SVG file in pixels.
  public let width: Double
  /// The height of the SVG file in pixels.
  public let height: Double

  let areas: Areas

  /// The areas of a function from a point to a class in `0..<classes.count`.
  ///
  /// An axis without a range spans a little more than the points.
  public init(
    _ title: String = "", x: Axis = Axis(), y: Axis = Axis(),
    classes: [String], points: [Point] = [], labels: [Int] = [],
    width: Double = 460, height: Double = 340,
    _ classAt: (_ x: Double, _ y: Double) -> Int
  ) {
    func require(_ label: Int) {
      guard classes.indices.contains(label) else {
        stop("Regions", "class \(label)", "there are \(classes.count) classes")
      }
    }
    guard points.count == labels.count else {
      stop(
        "Regions", "\(points.count) points and \(labels.count) labels",
        "give each point a label")
    }
    labels.forEach(require)
    self.title = title
    self.x = x
    self.y = y
    self.classes = classes
    self.points = points
    self.labels = labels
    self.width = width
    self.height = height
    let (across, up) = (
      Scale(x, values: points.map(\.x)), Scale(y, values: points.map(\.y))
    )
    areas = Areas(columns: 64, rows: 48) { place in
      let label = classAt(across.value(at: place.x), up.value(at: place.y))
      require(label)
      return label
    }
  }

  /// The areas, as a drawing.
  public var drawing: Drawing { Drawing(.regions(self)) }
}

/// A chart of lines and points on two axes.
///
/// ```swift
/// let chart = Chart(
///   "training", x: Axis("epoch"), y: Axis("loss"),
///   [Chart.Series("loss", [Point(1, 0.8), Point(2, 0.6), Point(3, 0.5)])])
/// try chart.save(to: "training.svg")
/// ```
///
/// The name of each series is beside its line if there is room for all names,
/// and otherwise in a legend. Dashes and the shapes of points tell series apart
/// without color.
public struct Chart: Plot, Equatable {
  /// How the points of a series are drawn.
  public enum Mark: Sendable, Equatable {
    /// A line through them.
    case line
    /// A dashed line through them.
    case dashes
    /// The points alone.
    case points
    /// A line and its points.
    case both
    /// Segments that join the points in pairs.
    case segments
  }

  /// Points that belong together.
  public struct Series: Sendable, Equatable {
    /// The name beside the line or in the legend; empty for none.
    public var label: String
    /// The points, in the order in which a line joins them.
    public var points: [Point]
    /// How they are drawn.
    public var mark: Mark
    /// The color; nil for the default of its position in the chart.
    public var color: Color?

    /// A series of points.
    public init(
      _ label: String = "", _ points: [Point], as mark: Mark = .line,
      color: Color? = nil
    ) {
      self.label = label
      self.points = points
      self.mark = mark
      self.color = color
    }

    /// A series that samples a function over a range.
    public init(
      _ label: String = "", over range: ClosedRange<Double>,
      as mark: Mark = .line, color: Color? = nil, samples: Int = 121,
      _ function: (Double) -> Double
    ) {
      let step = (range.upperBound - range.lowerBound) / Double(samples - 1)
      self.init(
        label,
        (0..<samples).map {
          let x = range.lowerBound + Double($0) * step
          return Point(x, function(x))
        }, as: mark, color: color)
    }
  }

  /// The title above the chart.
  public var title: String
  /// The horizontal axis.
  public var x: Axis
  /// The vertical axis.
  public var y: Axis
  /// What is drawn.
  public var series: [Series]
  /// The width of the SVG file in pixels.
  public var width: Double
  /// The height of the SVG file in pixels.
  public var height: Double
  /// Whether names are in a legend even if they fit beside the lines.
  public var legend = false

  /// A chart of these series.
  public init(
    _ title: String = "", x: Axis = Axis(), y: Axis = Axis(),
    width: Double = 460, height: Double = 280, _ series: [Series]
  ) {
    self.title = title
    self.x = x
    self.y = y
    self.width = width
    self.height = height
    self.series = series
  }

  /// The chart, as a drawing.
  public var drawing: Drawing { Drawing(.chart(self)) }
}

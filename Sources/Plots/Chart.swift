/// A chart of lines and points on two axes.
package struct Chart: Sendable, Equatable {
  package enum Mark: Sendable, Equatable {
    case line
    case dashes
    case points
    /// A line and its points.
    case both
    /// Segments that join the points in pairs.
    case segments
  }

  package struct Series: Sendable, Equatable {
    /// The name in the legend; if empty, there is no legend entry.
    package var label: String
    package var points: [Point]
    package var mark: Mark
    package var color: Color?

    package init(
      _ label: String = "", _ points: [Point], as mark: Mark = .line,
      color: Color? = nil
    ) {
      self.label = label
      self.points = points
      self.mark = mark
      self.color = color
    }

    /// A series that samples a function over a range.
    package init(
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

  package var title: String
  package var x: Axis
  package var y: Axis
  package var series: [Series]
  package var width: Double
  package var height: Double

  package init(
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
}

/// Lines and points over two axes.
package struct Chart: Sendable, Equatable {
  package enum Mark: Sendable, Equatable {
    case line
    case dashes
    case points
    /// A line with its points.
    case both
    /// Each two points joined, and no others.
    case segments
  }

  package struct Series: Sendable, Equatable {
    /// Its name in the legend; none where empty.
    package var label: String
    package var points: [Point]
    package var mark: Mark
    package var colour: Colour?

    package init(
      _ label: String = "", _ points: [Point], as mark: Mark = .line,
      colour: Colour? = nil
    ) {
      self.label = label
      self.points = points
      self.mark = mark
      self.colour = colour
    }

    /// A function of the numbers of a range.
    package init(
      _ label: String = "", over range: ClosedRange<Double>,
      as mark: Mark = .line, colour: Colour? = nil, samples: Int = 121,
      _ function: (Double) -> Double
    ) {
      let step = (range.upperBound - range.lowerBound) / Double(samples - 1)
      self.init(
        label,
        (0..<samples).map {
          let x = range.lowerBound + Double($0) * step
          return Point(x, function(x))
        }, as: mark, colour: colour)
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

/// The content of a figure, independent of how it is drawn.
package indirect enum Figure: Sendable {
  case chart(Chart)
  case bars(Bars)
  case net(Net)
  case images(ImageGrid)
  case nested(Nested)
  case heatMap(HeatMap)
  case regions(Regions)
  /// Figures side by side.
  case row([Figure])
}

/// A figure of a lesson: `figures/NAME.svg`.
package struct LessonFigure: Sendable {
  package let name: String

  /// The text alternative for readers who cannot see the figure, identical to
  /// the one in the lesson's text.
  package let alternative: String

  package let draw: @Sendable () -> Figure

  package init(
    _ name: String, _ alternative: String,
    draw: @escaping @Sendable () -> Figure
  ) {
    self.name = name
    self.alternative = alternative
    self.draw = draw
  }

  /// The text of the file `figures/NAME.svg`.
  package var svg: String {
    Plots.svg(of: draw().picture, alternative: alternative)
  }
}

/// The figures of one lesson.
package struct LessonFigures: Sendable {
  /// The lesson's id.
  package let lesson: String
  package let figures: [LessonFigure]

  package init(lesson: String, _ figures: [LessonFigure]) {
    self.lesson = lesson
    self.figures = figures
  }
}

extension Figure {
  /// The figure as shapes.
  var picture: Picture {
    switch self {
    case .chart(let chart): chart.picture
    case .bars(let bars): bars.picture
    case .net(let net): net.picture
    case .images(let grid): grid.picture
    case .nested(let nested): nested.picture
    case .heatMap(let map): map.picture
    case .regions(let regions): regions.picture
    case .row(let figures):
      figures.map(\.picture).reduce(into: Picture(width: 0, height: 0)) {
        $0.append($1)
      }
    }
  }

  /// The kind of the figure and its names, for readers who cannot see it.
  var words: String {
    let (kind, title, names): (String, String, [String]) =
      switch self {
      case .chart(let chart): ("chart", chart.title, chart.series.map(\.label))
      case .images(let grid): ("images", "", grid.images.map(\.label))
      case .heatMap(let map): ("heat map", map.title, map.rows)
      case .regions(let regions): ("regions", regions.title, regions.classes)
      case .bars(let bars): ("bars", bars.title, bars.bars.map(\.name))
      case .net: ("network", "", [])
      case .nested(let nested): ("boxes", "", nested.names)
      case .row(let figures): ("row", "", figures.map(\.words))
      }
    let known = names.filter { !$0.isEmpty }.joined(separator: ", ")
    return kind + (title.isEmpty ? "" : " “\(title)”")
      + (known.isEmpty ? "" : ": " + known)
  }
}

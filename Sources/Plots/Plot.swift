/// A figure that can be printed in a terminal and saved as an SVG file, with the
/// same values in both.
///
/// ```swift
/// let chart = Chart("loss", [Chart.Series("train", [Point(1, 2), Point(2, 1)])])
/// try chart.save(to: "loss.svg")
/// print(chart.printed(width: 60).hasPrefix("loss"))  // prints true
/// ```
public protocol Plot: Sendable, CustomStringConvertible {
  /// The content, before it becomes characters or shapes.
  var drawing: Drawing { get }
}

/// What a ``Plot`` draws.
///
/// A type of your own becomes a plot by returning the drawing of another one.
public struct Drawing: Sendable {
  package let figure: Figure

  package init(_ figure: Figure) { self.figure = figure }
}

extension Plot {
  /// The plot for 76 columns, without colors.
  public var description: String { printed(width: 76) }

  /// The plot in characters, in lines of at most `width` columns.
  ///
  /// With `colors`, it has the escape sequences of a terminal. In place of a plot
  /// that does not fit, it says how the plot can be seen.
  public func printed(width: Int, colors: Bool = false) -> String {
    let figure = drawing.figure
    guard let lines = figure.cells(width: width) else {
      return "(\(figure.words): wider than \(width) columns; save it as SVG)"
    }
    return lines.map { colors ? $0.colored : $0.text }
      .joined(separator: "\n")
  }

  /// Prints the plot as wide as the terminal, and in colors unless `NO_COLOR`
  /// is set; elsewhere as `print` does.
  public func show() {
    let width = terminalWidth()
    print(
      printed(width: width ?? 76, colors: width != nil && wantsColors()))
  }

  /// The text of an SVG file, with a text alternative for readers who cannot see
  /// it; by default, this is the kind of the plot and its names.
  public func svg(alternative: String? = nil) -> String {
    let figure = drawing.figure
    return Plots.svg(
      of: figure.picture, alternative: alternative ?? figure.words)
  }

  /// Writes an SVG file, or replaces it.
  ///
  /// A failure leaves an existing file as it was.
  public func save(
    to path: String, alternative: String? = nil
  ) throws(PlotFileError) {
    try writeFile(path, svg(alternative: alternative))
  }
}

extension CellLine {
  /// The text with escape sequences for its colors.
  var colored: String {
    pieces.map { piece in
      let code: Int? =
        switch piece.color {
        case .red: 31
        case .green: 32
        case .orange: 33
        case .blue: 34
        case .purple: 35
        case .faint: 90
        case .ink, .dark: nil
        }
      return code.map { "\u{1B}[\($0)m\(piece.text)\u{1B}[0m" } ?? piece.text
    }.joined()
  }
}

/// Stops the program on a programming error, with a message also under `-O`.
func stop(_ operation: String, _ found: String, _ rule: String) -> Never {
  fatalError("\(operation): \(found), \(rule)")
}

package import Plots

/// The figures of a lesson, by the paths that its text uses.
package struct Drawings: Sendable {
  private var figures: [String: LessonFigure] = [:]

  package init(_ figures: [LessonFigure] = []) {
    for figure in figures {
      self.figures["figures/\(figure.name).svg"] = figure
    }
  }

  /// The figure at a path, drawn with characters.
  ///
  /// There are no lines for an unknown path, or on a plain or ASCII screen.
  func lines(_ path: String, on screen: Screen) -> [Line] {
    guard !screen.plain, !screen.ascii, let figure = figures[path] else {
      return []
    }
    let drawing = figure.draw()
    if case .images(let grid) = drawing {
      return imageGridPage(
        grid.images.compactMap { LabelledImage($0, columns: grid.columns) },
        perRow: grid.perRow, on: screen)
    }
    let drawn = drawing.cells(width: screen.measure) ?? []
    return drawn.map(Line.init)
  }
}

extension Line {
  /// Creates a line of a page from a line of a figure.
  init(_ cells: CellLine) {
    self.init(cells.pieces.map { Span($0.text, $0.color.style) })
  }
}

extension Color {
  /// The style that a terminal shows in the most similar color.
  fileprivate var style: Style {
    switch self {
    case .blue: .number
    case .orange: .warning
    case .green: .good
    case .purple: .keyword
    case .red: .bad
    case .ink, .faint, .dark: .dim
    }
  }
}

extension LabelledImage {
  /// Creates an image from one in a figure's grid, with `columns` pixels a row.
  fileprivate init?(_ image: ImageGrid.Image, columns: Int) {
    guard
      let gray = GrayImage(
        pixels: image.pixels, rows: image.pixels.count / max(columns, 1),
        columns: columns)
    else { return nil }
    self.init(
      gray, image.label, predicted: image.predicted, sureness: image.sureness)
  }
}

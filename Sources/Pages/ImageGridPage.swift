/// An image, its label, and the label that a model predicted.
package struct LabelledImage: Sendable, Equatable {
  package var image: GrayImage
  package var label: String
  package var predicted: String?
  /// How sure the model is of its prediction, in words.
  package var sureness: String?

  package init(
    _ image: GrayImage, _ label: String, predicted: String? = nil,
    sureness: String? = nil
  ) {
    self.sureness = sureness

    self.image = image
    self.label = label
    self.predicted = predicted
  }

  var isWrong: Bool { predicted.map { $0 != label } ?? false }
}

/// Images side by side, each above its label and, if any, its prediction.
///
/// Wrong predictions are marked with `✗`, not by color alone. A row holds up
/// to `perRow` images, if they fit. A plain screen lists the labels in words.
package func imageGridPage(
  _ images: [LabelledImage], perRow: Int = 9, on screen: Screen
) -> [Line] {
  guard let first = images.first?.image else { return [] }
  if screen.plain {
    return inWords(images, size: (first.rows, first.columns), on: screen)
  }
  let grid = Grid(images, perRow: perRow, on: screen)
  var page: [Line] = []
  for start in stride(from: 0, to: images.count, by: grid.perRow) {
    if start > 0 { page.append("") }
    let row = images[start..<min(start + grid.perRow, images.count)]
    page += grid.lines(Array(row))
  }
  return page
}

private func inWords(
  _ images: [LabelledImage], size: (rows: Int, columns: Int),
  on screen: Screen
) -> [Line] {
  let count = images.count == 1 ? "1 image" : "\(images.count) images"
  let title = "\(count) of \(size.rows) by \(size.columns) pixels:"
  return paragraph(title, on: screen)
    + images.enumerated().flatMap { index, item in
      let verdict = item.predicted.map {
        item.isWrong ? ", wrongly predicted as \($0)" : ", predicted correctly"
      }
      return paragraph(
        "\(index + 1). \(item.label)\(verdict ?? "")"
          + (item.sureness.map { ", \($0)" } ?? ""), on: screen)
    }
}

/// The layout of a grid: how wide its images are, and how many fit in a row.
private struct Grid {
  let screen: Screen
  let columns: Int
  let perRow: Int

  init(_ images: [LabelledImage], perRow: Int, on screen: Screen) {
    self.screen = screen
    // With fewer columns, images look alike and labels do not fit.
    let least = 12
    let most = images.map(\.image.columns).max() ?? 28
    let fitting = max(1, min(perRow, (screen.width + 1) / (least + 1)))
    // Fill the rows evenly: 18 images make 6, 6 and 6, not 8, 8 and 2.
    let rows = (images.count + fitting - 1) / fitting
    let even = max(1, (images.count + rows - 1) / rows)
    self.perRow = even
    columns = max(
      1, min(most, (screen.width + 1) / even - 1, screen.width))
  }

  /// The height of an image in cells, which are twice as high as wide.
  private var rows: Int { (columns + 1) / 2 }

  func lines(_ images: [LabelledImage]) -> [Line] {
    let drawn = (0..<rows).map { row in
      joined(images.map { cells($0.image, row: row) })
    }
    let labels = joined(images.map { [caption($0.label)] })
    guard images.contains(where: { $0.predicted != nil }) else {
      return drawn + [labels]
    }
    let verdicts = drawn + [labels, joined(images.map { [verdict($0)] })]
    guard images.contains(where: { $0.sureness != nil }) else {
      return verdicts
    }
    return verdicts
      + [joined(images.map { [Span(cut($0.sureness ?? ""), .dim)] })]
  }

  /// Joins the pieces of a row, each padded to the width of an image.
  private func joined(_ pieces: [[Span]]) -> Line {
    var line = Line()
    for (index, piece) in pieces.enumerated() {
      for span in piece { line.append(span) }
      guard index < pieces.count - 1 else { break }
      let gap = columns + 1 - width(piece)
      line.append(Span(String(repeating: " ", count: gap)))
    }
    return line
  }

  private func cells(_ image: GrayImage, row: Int) -> [Span] {
    let ramp = Array(screen.ascii ? " .:-=+*#%@" : " ░▒▓█")
    return (0..<columns).map { column in
      let above = image.mean(ofRow: 2 * row, column, in: 2 * rows, columns)
      let below = image.mean(ofRow: 2 * row + 1, column, in: 2 * rows, columns)
      if screen.colors == .full, !screen.ascii {
        return Span(
          "▀", halves: Halves(above: UInt8(above), below: UInt8(below)))
      }
      let level = (above + below) / 2 * ramp.count / 256
      return Span(String(ramp[min(level, ramp.count - 1)]))
    }
  }

  private func caption(_ label: String) -> Span { Span(cut(label), .dim) }

  private func verdict(_ item: LabelledImage) -> Span {
    guard let predicted = item.predicted else { return "" }
    return item.isWrong
      ? Span(cut("✗ " + predicted), [.bad, .strong])
      : Span(cut("✓ " + predicted), .good)
  }

  /// A label, cut to the width of its image.
  private func cut(_ label: String) -> String {
    if width([Span(label)]) <= columns { return label }
    var cut = ""
    for character in label {
      if width([Span(cut + "\(character)…")]) > columns { break }
      cut.append(character)
    }
    return cut + "…"
  }
}

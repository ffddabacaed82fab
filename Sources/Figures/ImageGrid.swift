/// Grey pictures in rows, each with its name below it and, where there is one,
/// what a model took it for: ticked or crossed, so that nobody needs colours.
package struct ImageGrid: Sendable, Equatable {
  package struct Image: Sendable, Equatable {
    /// Greys row by row, 0 for black and 255 for white.
    package var pixels: [UInt8]
    package var label: String
    package var predicted: String?

    package init(
      _ pixels: [UInt8], _ label: String, predicted: String? = nil
    ) {
      self.pixels = pixels
      self.label = label
      self.predicted = predicted
    }

    /// The lines below the picture.
    fileprivate var caption: [(words: String, colour: Colour)] {
      guard let predicted else { return [(label, .ink)] }
      return [
        (label, .ink),
        predicted == label
          ? ("✓ \(predicted)", .green) : ("✗ \(predicted)", .red),
      ]
    }
  }

  /// The pixels of a row of a picture.
  package var columns: Int
  package var perRow: Int
  package var images: [Image]

  package init(columns: Int = 28, perRow: Int = 9, _ images: [Image]) {
    self.columns = columns
    self.perRow = perRow
    self.images = images
  }

  var picture: Picture {
    let side = 66.0
    let pixel = side / Double(max(columns, 1))
    let lines = images.map(\.caption.count).max() ?? 0
    let (cellWidth, cellHeight) = (side + 14, side + 12 + 13 * Double(lines))
    let across = min(perRow, images.count)
    let down = (images.count + perRow - 1) / max(perRow, 1)
    var picture = Picture(
      width: cellWidth * Double(across) + 8,
      height: cellHeight * Double(down) + 6)
    for (index, image) in images.enumerated() {
      let corner = Point(
        11 + cellWidth * Double(index % perRow),
        6 + cellHeight * Double(index / perRow))
      picture.shapes += shapes(of: image, at: corner, pixel: pixel)
      for (line, (words, colour)) in image.caption.enumerated() {
        let place = Point(
          corner.x + side / 2, corner.y + side + 12 + 13 * Double(line))
        picture.shapes.append(.text(words, place, .middle, size: 11, colour))
      }
    }
    return picture
  }

  /// The picture as runs of equal grey, in sixteen greys.
  private func shapes(
    of image: Image, at corner: Point, pixel: Double
  ) -> [Picture.Shape] {
    var runs: [Int: [(Point, length: Double)]] = [:]
    var index = 0
    while index < image.pixels.count {
      let level = Int(image.pixels[index]) / 16
      let rowEnd = (index / columns + 1) * columns
      var end = index + 1
      while end < min(rowEnd, image.pixels.count),
        Int(image.pixels[end]) / 16 == level
      {
        end += 1
      }
      let start = Point(
        corner.x + Double(index % columns) * pixel,
        corner.y + Double(index / columns) * pixel)
      runs[level, default: []].append(
        (start, length: Double(end - index) * pixel))
      index = end
    }
    return runs.sorted { $0.key < $1.key }.map {
      .pixels($0.value, height: pixel, grey: $0.key * 17)
    }
  }
}

/// Grayscale images in rows, each with its label below it and, optionally, a
/// model's prediction and how sure the model is.
///
/// ```swift
/// let grid = ImageGrid(columns: 2, [.init([0, 255, 255, 0], "sneaker")])
/// try grid.save(to: "sneaker.svg")
/// ```
///
/// A ✓ or ✗ marks the prediction, so that color is not needed.
public struct ImageGrid: Plot, Equatable {
  /// An image with its names.
  public struct Image: Sendable, Equatable {
    /// Gray values row by row, from 0 for black to 255 for white.
    public var pixels: [UInt8]
    /// The true name.
    public var label: String
    /// The name that a model gave it, if any.
    public var predicted: String?
    /// How sure the model is, such as "99 %", if that is shown.
    public var sureness: String?

    /// An image from its pixels, row by row.
    public init(
      _ pixels: [UInt8], _ label: String, predicted: String? = nil,
      sureness: String? = nil
    ) {
      self.pixels = pixels
      self.label = label
      self.predicted = predicted
      self.sureness = sureness
    }

    /// The lines below the image.
    var caption: [(words: String, color: Color)] {
      guard let predicted else { return [(label, .ink)] }
      return [
        (label, .ink),
        predicted == label
          ? ("✓ \(predicted)", .green) : ("✗ \(predicted)", .red),
      ] + (sureness.map { [($0, .ink)] } ?? [])
    }
  }

  /// The number of pixels in a row of an image.
  public let columns: Int
  /// The largest number of images side by side.
  public let perRow: Int
  /// The images.
  public let images: [Image]

  /// A grid of images that are all `columns` pixels wide.
  public init(columns: Int = 28, perRow: Int = 9, _ images: [Image]) {
    guard columns > 0, perRow > 0 else {
      stop(
        "ImageGrid", "\(columns) columns, \(perRow) images a row",
        "both must be positive")
    }
    self.columns = columns
    self.perRow = perRow
    self.images = images
  }

  /// The grid, as a drawing.
  public var drawing: Drawing { Drawing(.images(self)) }

  var picture: Picture {
    let side = 66.0
    let pixel = side / Double(columns)
    let lines = images.map(\.caption.count).max() ?? 0
    let (cellWidth, cellHeight) = (side + 14, side + 12 + 13 * Double(lines))
    let across = min(perRow, images.count)
    let down = (images.count + perRow - 1) / perRow
    var picture = Picture(
      width: cellWidth * Double(across) + 8,
      height: cellHeight * Double(down) + 6)
    for (index, image) in images.enumerated() {
      let corner = Point(
        11 + cellWidth * Double(index % perRow),
        6 + cellHeight * Double(index / perRow))
      picture.shapes += shapes(of: image, at: corner, pixel: pixel)
      for (line, (words, color)) in image.caption.enumerated() {
        let place = Point(
          corner.x + side / 2, corner.y + side + 12 + 13 * Double(line))
        picture.shapes.append(.text(words, place, .middle, size: 11, color))
      }
    }
    return picture
  }

  /// The image as runs of equal gray, in sixteen shades.
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
      .pixels($0.value, height: pixel, gray: $0.key * 17)
    }
  }
}

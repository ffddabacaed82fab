/// A grayscale image, stored row by row; 0 is black.
package struct GrayImage: Sendable, Hashable {
  package var pixels: [UInt8]
  package var columns: Int
  package var rows: Int

  /// Creates an image, or returns nil if there are not `rows * columns` pixels.
  package init?(pixels: [UInt8], rows: Int, columns: Int) {
    guard rows > 0, columns > 0, pixels.count == rows * columns else {
      return nil
    }
    self.pixels = pixels
    self.columns = columns
    self.rows = rows
  }

  /// The mean of the pixels that one pixel of a smaller image covers.
  func mean(ofRow row: Int, _ column: Int, in rows: Int, _ columns: Int) -> Int
  {
    let (top, bottom) = part(row, of: rows, in: self.rows)
    let (left, right) = part(column, of: columns, in: self.columns)
    var sum = 0
    for y in top..<bottom {
      for x in left..<right { sum += Int(pixels[y * self.columns + x]) }
    }
    let count = (bottom - top) * (right - left)
    return (sum + count / 2) / count
  }

  private func part(
    _ index: Int, of count: Int, in size: Int
  ) -> (Int, Int) {
    let start = min(index * size / count, size - 1)
    return (start, max(start + 1, min((index + 1) * size / count, size)))
  }
}

/// The two gray values of a cell that shows `▀`: its upper and lower half.
package struct Halves: Sendable, Hashable {
  var above: UInt8
  var below: UInt8

  /// The text in both grays.
  func render(_ text: String) -> String {
    "\u{1B}[38;5;\(gray(above));48;5;\(gray(below))m\(text)\u{1B}[0m"
  }
}

/// The number of the nearest of the 26 grays in the 256-color palette.
private func gray(_ value: UInt8) -> Int {
  switch value {
  case ..<4: 16
  case 247...: 231
  // The palette has 24 grays from 8 to 238, in steps of 10.
  default: 232 + min(max((Int(value) - 3) / 10, 0), 23)
  }
}

/// A picture in shades of gray, row by row; 0 is black.
package struct Picture: Sendable, Equatable {
  package var pixels: [UInt8]
  package var rows: Int
  package var columns: Int

  init(pixels: [UInt8], rows: Int, columns: Int) {
    self.pixels = pixels
    self.rows = rows
    self.columns = columns
  }

  /// Reads a PNG or PGM file.
  package init(file: String) throws(DataFileError) {
    try self.init(try readFile(file), named: file)
  }

  /// Reads the bytes of a PNG or PGM file.
  package init(_ bytes: [UInt8], named file: String) throws(DataFileError) {
    if bytes.starts(with: pngSignature) {
      self = try readPNG(bytes, named: file)
    } else if bytes.starts(with: Array("P2".utf8))
      || bytes.starts(with: Array("P5".utf8))
    {
      self = try readPGM(bytes, named: file)
    } else {
      throw DataFileError(
        file: file, expected: "a PNG or PGM picture",
        found: "a file of another kind", advice: "save it as one of these")
    }
  }

  /// Refuses a picture that would take too much memory.
  static func refuseSize(
    rows: Int, columns: Int, of file: String
  ) throws(DataFileError) {
    let most = 16_777_216
    guard rows > 0, columns > 0, rows <= most, columns <= most / rows else {
      throw DataFileError(
        file: file, expected: "a picture of at most 16,777,216 pixels",
        found: "\(columns) × \(rows)")
    }
  }
}

extension Picture {
  /// The picture as Fashion-MNIST would have it: 28 × 28 pixels, the thing
  /// bright on black and as large as fits.
  ///
  /// A picture of that size is only inverted, if its border is light.
  package var likeFashionMNIST: Picture {
    let dark = hasLightBorder ? inverted : self
    if rows == 28, columns == 28 { return dark }
    let square = dark.croppedToContent.squared
    return Picture(
      pixels: Resize(rows: 28, columns: 28)(
        square.pixels, rows: square.rows, columns: square.columns),
      rows: 28, columns: 28)
  }

  private var hasLightBorder: Bool {
    let edges = pixels.indices.filter { index in
      let (row, column) = index.quotientAndRemainder(dividingBy: columns)
      return [0, rows - 1].contains(row) || [0, columns - 1].contains(column)
    }
    return edges.reduce(0) { $0 + Int(pixels[$1]) } > edges.count * 127
  }

  private var inverted: Picture {
    Picture(pixels: pixels.map { 255 - $0 }, rows: rows, columns: columns)
  }

  /// The picture without the dark rows and columns at its edges.
  private var croppedToContent: Picture {
    // Darker than this is paper, or its shadow.
    let bright = pixels.indices.filter { pixels[$0] > 40 }
    guard let first = bright.first, let last = bright.last else { return self }
    let (top, bottom) = (first / columns, last / columns)
    let across = bright.map { $0 % columns }
    let (left, right) = (across.min() ?? 0, across.max() ?? 0)
    return Picture(
      pixels: (top...bottom).flatMap {
        pixels[$0 * columns + left...$0 * columns + right]
      }, rows: bottom - top + 1, columns: right - left + 1)
  }

  /// The picture with black added on two sides, until it is square.
  private var squared: Picture {
    let size = max(rows, columns)
    let (top, left) = ((size - rows) / 2, (size - columns) / 2)
    var square = [UInt8](repeating: 0, count: size * size)
    for row in 0..<rows {
      for column in 0..<columns {
        square[(top + row) * size + left + column] =
          pixels[row * columns + column]
      }
    }
    return Picture(pixels: square, rows: size, columns: size)
  }
}

/// Reads a PGM picture, as text (P2) or as bytes (P5).
private func readPGM(
  _ bytes: [UInt8], named file: String
) throws(DataFileError) -> Picture {
  var place = 2
  /// The next number; comments are skipped.
  func number() -> Int? {
    while place < bytes.count {
      if bytes[place] == UInt8(ascii: "#") {
        while place < bytes.count, bytes[place] != 0x0A { place += 1 }
      } else if [0x20, 0x09, 0x0A, 0x0D].contains(bytes[place]) {
        place += 1
      } else {
        break
      }
    }
    let digits = bytes[min(place, bytes.count)...].prefix {
      (0x30...0x39).contains($0)
    }
    place += digits.count
    return Int(String(decoding: digits.prefix(9), as: UTF8.self))
  }
  guard let columns = number(), let rows = number(), let most = number(),
    (1...255).contains(most)
  else {
    throw DataFileError(
      file: file, expected: "a PGM header with a maximum from 1 to 255",
      found: "a different header")
  }
  try Picture.refuseSize(rows: rows, columns: columns, of: file)
  let count = rows * columns
  var values: [Int] = []
  if bytes[1] == UInt8(ascii: "5") {
    values = bytes.dropFirst(place + 1).prefix(count).map(Int.init)
  } else {
    while values.count < count, let value = number() { values.append(value) }
  }
  guard values.count == count, values.allSatisfy({ $0 <= most }) else {
    throw DataFileError(
      file: file, expected: "\(count) pixels from 0 to \(most)",
      found: "\(values.count), or larger ones")
  }
  return Picture(
    pixels: values.map { UInt8($0 * 255 / most) }, rows: rows, columns: columns)
}

/// Reads a PNG picture as shades of gray, on a white background.
///
/// It reads what drawing programs save: 1 to 16 bits, gray, palette or color,
/// not interlaced. Of the checksums, only that of the compressed data is checked.
///
/// "Portable Network Graphics (PNG) Specification", third edition (W3C, 2025).
func readPNG(
  _ bytes: [UInt8], named file: String
) throws(DataFileError) -> Picture {
  func refuse(_ expected: String, _ found: String) -> DataFileError {
    DataFileError(file: file, expected: expected, found: found)
  }
  var (header, data): ([UInt8], [UInt8]) = ([], [])
  var table = PNGTable()
  var place = pngSignature.count
  var isWhole = false
  while !isWhole, place + 8 <= bytes.count {
    let length = bigEndian(bytes[place..<place + 4])
    let kind = String(decoding: bytes[place + 4..<place + 8], as: UTF8.self)
    let start = place + 8
    guard length <= bytes.count - start else {
      throw refuse("a whole PNG file", "a file that ends within \(kind)")
    }
    let content = bytes[start..<start + length]
    switch kind {
    case "IHDR": header = Array(content)
    case "PLTE": table.palette = Array(content)
    case "tRNS": table.transparency = Array(content)
    case "IDAT": data += content
    default: break
    }
    isWhole = kind == "IEND"
    place = start + length + 4
  }
  guard header.count == 13 else {
    throw refuse("a PNG file", "one without a header")
  }
  let (columns, rows) = (
    bigEndian(header[0..<4]), bigEndian(header[4..<8])
  )
  try Picture.refuseSize(rows: rows, columns: columns, of: file)
  let depth = Int(header[8])
  guard let kind = PNGColor(rawValue: header[9]), header[12] == 0,
    [1, 2, 4, 8, 16].contains(depth)
  else {
    throw refuse(
      "a PNG picture of 1 to 16 bits, not interlaced",
      "color type \(header[9]), \(depth) bits, interlacing \(header[12])")
  }
  guard isWhole else { throw refuse("a whole PNG file", "one without an end") }
  let bits = kind.channels * depth
  let rowBytes = (columns * bits + 7) / 8
  guard let raw = unzip(data, length: (rowBytes + 1) * rows),
    let lines = unfiltered(
      raw, rowBytes: rowBytes, step: max(1, bits / 8))
  else { throw refuse("a whole PNG picture", "damaged data") }
  var pixels: [UInt8] = []
  pixels.reserveCapacity(rows * columns)
  for line in lines {
    for column in 0..<columns {
      let samples = (0..<kind.channels).map {
        sample(line, (column * kind.channels + $0) * depth, depth)
      }
      pixels.append(
        kind.gray(of: samples, most: (1 << depth) - 1, table))
    }
  }
  return Picture(pixels: pixels, rows: rows, columns: columns)
}

let pngSignature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]

/// What pixels refer to.
private struct PNGTable {
  /// Red, green and blue of each color.
  var palette: [UInt8] = []
  /// The opacities of the palette's first colors; without a palette, the one
  /// transparent color, two bytes a channel.
  var transparency: [UInt8] = []

  func opacity(of color: Int) -> Double {
    transparency.indices.contains(color) ? Double(transparency[color]) / 255 : 1
  }

  /// Whether a gray or a color is the transparent one.
  func isTransparent(_ samples: [Int]) -> Bool {
    transparency.count == 2 * samples.count
      && samples.indices.allSatisfy {
        bigEndian(transparency[2 * $0..<2 * $0 + 2]) == samples[$0]
      }
  }
}

private enum PNGColor: UInt8 {
  case gray = 0
  case color = 2
  case palette = 3
  case grayAndAlpha = 4
  case colorAndAlpha = 6

  var channels: Int {
    switch self {
    case .gray, .palette: 1
    case .grayAndAlpha: 2
    case .color: 3
    case .colorAndAlpha: 4
    }
  }

  func gray(of samples: [Int], most: Int, _ table: PNGTable) -> UInt8 {
    func share(_ index: Int) -> Double {
      Double(samples[index]) / Double(most)
    }
    func brightness(_ red: Double, _ green: Double, _ blue: Double) -> Double {
      0.299 * red + 0.587 * green + 0.114 * blue
    }
    let value: Double
    switch self {
    case .gray where table.isTransparent(samples),
      .color where table.isTransparent(samples):
      value = 1
    case .gray: value = share(0)
    case .grayAndAlpha: value = share(0) * share(1) + 1 - share(1)
    case .color: value = brightness(share(0), share(1), share(2))
    case .colorAndAlpha:
      value =
        brightness(share(0), share(1), share(2)) * share(3) + 1 - share(3)
    case .palette:
      let entry = samples[0] * 3
      guard entry + 2 < table.palette.count else { return 0 }
      let parts = table.palette[entry..<entry + 3].map { Double($0) / 255 }
      let opacity = table.opacity(of: samples[0])
      value = brightness(parts[0], parts[1], parts[2]) * opacity + 1 - opacity
    }
    return UInt8((value * 255).rounded())
  }
}

/// The sample that begins at a bit of a line.
private func sample(_ line: [UInt8], _ bit: Int, _ depth: Int) -> Int {
  if depth == 16 { return Int(line[bit / 8]) << 8 | Int(line[bit / 8 + 1]) }
  return Int(line[bit / 8]) >> (8 - depth - bit % 8) & ((1 << depth) - 1)
}

/// The lines with the filters undone; nil if there is no such filter.
///
/// Each byte was stored as its difference from the one `step` bytes before it
/// (a), from the one above (b), from their mean, or from the one of a, b and
/// the byte above a (c) that is nearest to a + b − c.
private func unfiltered(
  _ raw: [UInt8], rowBytes: Int, step: Int
) -> [[UInt8]]? {
  var lines: [[UInt8]] = []
  var above = [UInt8](repeating: 0, count: rowBytes)
  for start in stride(from: 0, to: raw.count, by: rowBytes + 1) {
    let filter = raw[start]
    var line = Array(raw[start + 1..<start + 1 + rowBytes])
    for index in line.indices {
      let a = index >= step ? Int(line[index - step]) : 0
      let b = Int(above[index])
      let c = index >= step ? Int(above[index - step]) : 0
      let guess: Int
      switch filter {
      case 0: guess = 0
      case 1: guess = a
      case 2: guess = b
      case 3: guess = (a + b) / 2
      case 4:
        guess =
          [a, b, c].min { abs(b + a - c - $0) < abs(a + b - c - $1) } ?? 0
      default: return nil
      }
      line[index] &+= UInt8(truncatingIfNeeded: guess)
    }
    lines.append(line)
    above = line
  }
  return lines
}

private func bigEndian(_ bytes: ArraySlice<UInt8>) -> Int {
  bytes.reduce(0) { $0 << 8 | Int($1) }
}

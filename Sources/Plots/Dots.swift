/// A canvas of dots in character cells, each two dots wide and four high.
struct Dots {
  let width: Int
  let height: Int
  private var bits: [UInt32]
  private var colors: [Color]
  private var letters: [Character?]

  init(width: Int, height: Int) {
    self.width = width
    self.height = height
    bits = Array(repeating: 0, count: width * height)
    colors = Array(repeating: .ink, count: width * height)
    letters = Array(repeating: nil, count: width * height)
  }

  mutating func mark(_ x: Int, _ y: Int, _ color: Color) {
    guard (0..<width * 2).contains(x), (0..<height * 4).contains(y) else {
      return
    }
    let cell = y / 4 * width + x / 2
    // The order of the dots in Unicode's Braille patterns.
    let order: [[UInt32]] = [[0, 3], [1, 4], [2, 5], [6, 7]]
    bits[cell] |= 1 << order[y % 4][x % 2]
    // A character written over the dots keeps its own color.
    if letters[cell] == nil { colors[cell] = color }
  }

  /// Writes text over the dots.
  mutating func write(
    _ text: String, _ column: Int, _ row: Int, _ color: Color
  ) {
    for (offset, character) in text.enumerated() {
      let x = column + offset
      guard (0..<width).contains(x), (0..<height).contains(row) else {
        continue
      }
      letters[row * width + x] = character
      colors[row * width + x] = color
    }
  }

  /// Appends a row of characters to a line.
  func add(_ row: Int, to line: inout CellLine) {
    for cell in row * width..<(row + 1) * width {
      let dots = bits[cell] == 0 ? nil : Unicode.Scalar(0x2800 + bits[cell])
      let character = letters[cell] ?? dots.map(Character.init) ?? " "
      line.append(String(character), colors[cell])
    }
  }
}

extension Dots {
  /// Draws a series; its points are drawn last, over its line.
  mutating func draw(
    _ series: Chart.Series, _ look: Look, in frame: Frame
  ) {
    for shape in frame.marks(series, look) {
      switch shape {
      case .marker(let center, let marker, _, let color):
        draw(marker, at: center, color)
      case .line(let points, let color, _, let stroke):
        var drawn = 0
        for (from, to) in zip(points, points.dropFirst()) {
          drawn = join(from, to, color, stroke, after: drawn)
        }
      default: break
      }
    }
  }

  /// Draws a point, in units of dots, as a character: it must stand out among
  /// the dots of a line.
  mutating func draw(_ marker: Marker, at place: Point, _ color: Color) {
    let (x, y) = (Int(place.x.rounded()), Int(place.y.rounded()))
    write(String(marker.character), x / 2, y / 4, color)
  }

  /// Draws a straight line between two positions, in units of dots.
  ///
  /// The dashes continue from those of earlier lines; the result is the number
  /// of dots so far.
  @discardableResult
  mutating func join(
    _ from: Point, _ to: Point, _ color: Color, _ stroke: Stroke = .solid,
    after drawn: Int = 0
  ) -> Int {
    let (dx, dy) = (to.x - from.x, to.y - from.y)
    let count = max(1, Int(max(dx.magnitude, dy.magnitude).rounded(.up)))
    for step in 0...count where stroke.has(dot: drawn + step) {
      let part = Double(step) / Double(count)
      mark(
        Int((from.x + dx * part).rounded()),
        Int((from.y + dy * part).rounded()), color)
    }
    return drawn + count
  }
}

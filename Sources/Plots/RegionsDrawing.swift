extension Regions {
  private var scales: (x: Scale, y: Scale) {
    (Scale(x, values: points.map(\.x)), Scale(y, values: points.map(\.y)))
  }

  private var visible: [(point: Point, label: Int)] {
    let (x, y) = scales
    return zip(points, labels).filter { point, _ in
      x.range.contains(point.x) && y.range.contains(point.y)
    }.map { (point: $0, label: $1) }
  }

  var picture: Picture {
    let (x, y) = scales
    func frame(top: Double) -> Frame {
      Frame(
        left: 58, top: top, width: width - 74,
        height: height - top - (self.x.label.isEmpty ? 28 : 46), x: x, y: y)
    }
    let head = title.isEmpty ? 10.0 : 32
    let plain = frame(top: head)
    let unnamed = names(in: plain).unnamed
    let frame = unnamed.isEmpty ? plain : frame(top: head + 22)
    var picture = Picture(width: width, height: height)
    func pixel(_ place: Point) -> Point {
      Point(
        frame.left + frame.width * place.x,
        frame.top + frame.height * (1 - place.y))
    }
    let (areas, borders) = areas.outlines()
    for (label, polygons) in areas.sorted(by: { $0.key < $1.key }) {
      picture.shapes.append(
        .area(
          polygons.map { $0.map(pixel) }, Color(of: label), opacity: 0.2))
    }
    picture.shapes.append(
      .segments(
        borders.map { (pixel($0), pixel($1)) }, .ink, width: 1.2))
    picture.shapes += frame.axes(
      title, x: self.x.label, y: self.y.label, grid: false)
    for (point, label) in visible {
      picture.shapes.append(
        .marker(
          frame.point(point), Marker(of: label), radius: 3.2,
          Color(of: label)))
    }
    var next = frame.left
    for label in unnamed {
      picture.shapes += name(label, from: Point(next, head + 12))
      next += estimatedWidth(classes[label], size: 13) + 36
    }
    picture.shapes += names(in: frame, without: unnamed).shapes
    return picture
  }

  /// The names of the classes within their areas, and the classes whose area
  /// has no room for it.
  private func names(
    in frame: Frame, without: [Int] = []
  ) -> (shapes: [Picture.Shape], unnamed: [Int]) {
    let cell = 6.0
    let room = Rooms(
      self, columns: Int(frame.width / cell), rows: Int(frame.height / cell),
      reach: 1)
    var shapes: [Picture.Shape] = []
    var unnamed: [Int] = []
    for label in classes.indices where !without.contains(label) {
      let width = estimatedWidth(classes[label], size: 13) + 24
      let columns = Int((width / cell).rounded(.up)) + 1
      if let place = room.place(of: label, width: columns, height: 3) {
        let corner = Point(
          frame.left + cell * Double(place.column) + 3,
          frame.top + cell * Double(place.row) + 14)
        shapes += name(label, from: corner)
      } else {
        unnamed.append(label)
      }
    }
    return (shapes, unnamed)
  }

  /// The mark of a class and its name on a plate, which shows that the mark is
  /// not one of the points.
  private func name(_ label: Int, from start: Point) -> [Picture.Shape] {
    let color = Color(of: label)
    return [
      .cell(
        Point(start.x - 3, start.y - 14),
        width: estimatedWidth(classes[label], size: 13) + 24, height: 19, color,
        share: 0.06),
      .marker(
        Point(start.x + 5, start.y - 4.5), Marker(of: label), radius: 3.2,
        color),
      .text(
        classes[label], Point(start.x + 14, start.y), .start, size: 13, .dark),
    ]
  }

  /// The areas for a terminal; nil if the terminal is too narrow.
  func cells(width: Int, height: Int) -> [CellLine]? {
    let (x, y) = scales
    guard let frame = CellFrame(x: x, y: y, width: width, height: height)
    else { return nil }
    var canvas = Dots(width: frame.width, height: height)
    let rooms = Rooms(self, columns: frame.width, rows: height)
    // Areas differ in their texture too.
    let textures = ["·", "░", " ", "▒", "-", "▓"]
    for row in 0..<height {
      for column in 0..<frame.width {
        let label = rooms.label(column, row)
        canvas.write(
          textures[label % textures.count], column, row, Color(of: label))
      }
    }
    for (point, label) in visible {
      canvas.draw(
        Marker(of: label), at: frame.dots.point(point), Color(of: label))
    }
    var unnamed: [(sample: Character, name: String, color: Color)] = []
    for (label, name) in classes.enumerated() {
      let mark = Marker(of: label).character
      if let place = rooms.place(of: label, width: name.count + 4, height: 1) {
        canvas.write(
          "[\(mark) \(name)]", place.column, place.row, Color(of: label))
      } else {
        unnamed.append((mark, name, Color(of: label)))
      }
    }
    return (title.isEmpty ? [] : [.plain(title)])
      + CellLine.legend(unnamed, width: width)
      + frame.lines(canvas, x: self.x.label, y: self.y.label)
  }

  /// The class and the points in each cell of a frame.
  private struct Rooms {
    private let regions: Regions
    private let columns: Int
    private let rows: Int
    private var hasPoint: Set<[Int]> = []

    /// The mark of a point covers `reach` cells around its own.
    init(_ regions: Regions, columns: Int, rows: Int, reach: Int = 0) {
      (self.regions, self.columns, self.rows) = (regions, columns, rows)
      let scales = regions.scales
      let frame = Frame(
        left: 0, top: 0, width: Double(columns), height: Double(rows),
        x: scales.x, y: scales.y)
      for (point, _) in regions.visible {
        let place = frame.point(point)
        for x in -reach...reach {
          for y in -reach...reach {
            hasPoint.insert([Int(place.x) + x, Int(place.y) + y])
          }
        }
      }
    }

    func label(_ column: Int, _ row: Int) -> Int {
      regions.areas.label(
        near: Point(
          (Double(column) + 0.5) / Double(columns),
          1 - (Double(row) + 0.5) / Double(rows)))
    }

    func place(
      of label: Int, width: Int, height: Int
    ) -> (column: Int, row: Int)? {
      Room(columns: columns, rows: rows) { column, row in
        self.label(column, row) != label || hasPoint.contains([column, row])
      }.place(width: width, height: height)
    }
  }
}

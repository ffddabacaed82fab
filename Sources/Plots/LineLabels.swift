/// A rectangle within a drawing.
struct Box {
  var x: Double
  var y: Double
  var width: Double
  var height: Double

  func contains(_ point: Point, within margin: Point) -> Bool {
    point.x > x - margin.x && point.x < x + width + margin.x
      && point.y > y - margin.y && point.y < y + height + margin.y
  }

  func overlaps(_ other: Box, within margin: Point) -> Bool {
    other.x < x + width + margin.x && x < other.x + other.width + margin.x
      && other.y < y + height + margin.y
      && y < other.y + other.height + margin.y
  }

  func encloses(_ other: Box) -> Bool {
    other.x >= x && other.x + other.width <= x + width && other.y >= y
      && other.y + other.height <= y + height
  }
}

/// Finds places for the names of series beside their lines, in the units of a
/// drawing: pixels or cells.
struct LineLabels {
  /// Where names may stand.
  let frame: Box
  /// The distance between a line and its name.
  let gap: Point
  /// How near other lines may come to a name.
  let clearance: Point
  /// How near its own line may come.
  let ownClearance: Point
  /// Whether names begin at whole positions.
  let snaps: Bool
  /// The heights of lines in the background, which names avoid if they can.
  var rules: [Double] = []
  let size: (String) -> (width: Double, height: Double)

  /// The places of the names, in the order of the series: each as near the end
  /// of its line as there is room, and nil for an empty name.
  ///
  /// `paths` has points of each line, close to each other. The result is nil
  /// if a name has no room.
  func places(
    of names: [String], along paths: [[Point]]
  ) -> [Box?]? {
    var places: [Box?] = []
    for (index, name) in names.enumerated() {
      guard !name.isEmpty else {
        places.append(nil)
        continue
      }
      let taken = places.compactMap { $0 }
      let others = paths.enumerated().filter { $0.offset != index }
        .flatMap(\.element)
      let near = candidates(for: name, along: paths[index])
      let free = near.lazy.filter { box in
        frame.encloses(box)
          && !taken.contains { $0.overlaps(box, within: clearance) }
          && !paths[index].contains { box.contains($0, within: ownClearance) }
          && !others.contains { box.contains($0, within: clearance) }
      }
      let clear = free.first { box in
        !rules.contains { box.y < $0 && $0 < box.y + box.height }
      }
      let place = clear ?? free.first
      guard let place else { return nil }
      places.append(place)
    }
    return places
  }

  /// Places beside a line, from its end to its start.
  private func candidates(for name: String, along path: [Point]) -> [Box] {
    let (width, height) = size(name)
    return path.reversed().flatMap { point in
      let (above, below) = (point.y - gap.y - height, point.y + gap.y)
      // A slanted line needs more room beside it.
      var corners: [(x: Double, y: Double)] = []
      for gap in [gap.x, 1.7 * gap.x] {
        for x in [point.x + gap, point.x - gap - width] {
          corners.append((x, point.y - height / 2))
        }
      }
      for y in [above, below] {
        for x in [point.x - width, point.x - width / 2, point.x] {
          corners.append((x, y))
        }
      }
      return corners.map { x, y in
        Box(
          x: snaps ? x.rounded(.down) : x, y: snaps ? y.rounded() : y,
          width: width, height: height)
      }
    }
  }
}

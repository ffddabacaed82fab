import Foundation
import Testing

@testable import Plots

@Suite("Regions")
struct RegionsTests {
  private static func classAt(_ x: Double, _ y: Double) -> Int {
    (x - 5) * (x - 5) + (y - 5) * (y - 5) < 6 ? 2 : y > x ? 1 : 0
  }

  private let regions = Regions(
    x: Axis("", 0...10), y: Axis("", 0...10),
    classes: ["below", "above", "disk"],
    points: [Point(1, 9), Point(9, 1), Point(5, 5)], labels: [1, 0, 2],
    classAt)

  /// The polygons of each fill, which are the regions of the file.
  private func areas(_ svg: String) -> [Substring: [[Point]]] {
    let area = /fill="(#[0-9a-f]+)" fill-opacity="0.2" d="([^"]+)"/
    return svg.matches(of: area).reduce(into: [:]) { areas, match in
      areas[match.1] = match.2.split(separator: "z").map { polygon in
        polygon.split { "ML".contains($0) }.map { corner in
          let numbers = corner.split(separator: " ").compactMap { Double($0) }
          return Point(numbers[0], numbers[1])
        }
      }
    }
  }

  /// Whether a ray from the point crosses the polygon's sides an odd number of
  /// times.
  private func contains(_ polygon: [Point], _ point: Point) -> Bool {
    zip(polygon, polygon.dropFirst() + polygon.prefix(1)).count { a, b in
      (a.y > point.y) != (b.y > point.y)
        && point.x < a.x + (b.x - a.x) * (point.y - a.y) / (b.y - a.y)
    } % 2 == 1
  }

  /// Where the file has a tick, along x or y.
  private func tick(
    _ text: String, _ anchor: String, _ svg: String
  ) throws
    -> Point
  {
    let pattern = try Regex(
      ##"<text x="([\d.]+)" y="([\d.]+)" text-anchor="\##(anchor)""##
        + ##" font-size="11" fill="#6e7781">\##(text)<"##)
    let match = try #require(svg.firstMatch(of: pattern))
    let numbers = match.output.dropFirst().compactMap {
      $0.substring.flatMap { Double($0) }
    }
    return Point(numbers[0], numbers[1])
  }

  @Test func theFileHasTheClassesThatTheFunctionGives() throws {
    let svg = regions.svg()
    let areas = areas(svg)
    let fills: [Substring] = ["#2f7fc1", "#d97a1e", "#2f9e5b"]
    #expect(Set(areas.keys) == Set(fills))
    let (left, right) = (
      try tick("0", "middle", svg).x, try tick("10", "middle", svg).x
    )
    // The number stands 4 pixels below its tick.
    let (bottom, top) = (
      try tick("0", "end", svg).y - 4, try tick("10", "end", svg).y - 4
    )
    var tried = 0
    for x in stride(from: 0.13, to: 10, by: 0.37) {
      for y in stride(from: 0.11, to: 10, by: 0.41) {
        // Close to a border, the straight pieces of its outline may differ.
        let around = [(0.05, 0.0), (-0.05, 0), (0, 0.05), (0, -0.05)]
        let label = Self.classAt(x, y)
        guard
          around.allSatisfy({ Self.classAt(x + $0.0, y + $0.1) == label })
        else { continue }
        tried += 1
        let pixel = Point(
          left + (right - left) * x / 10, bottom + (top - bottom) * y / 10)
        let found = fills.indices.filter { index in
          areas[fills[index]]?.contains { contains($0, pixel) } == true
        }
        #expect(found == [label], "at \(x), \(y)")
      }
    }
    #expect(tried > 500)
  }

  @Test func theTerminalHasTheSameClasses() throws {
    let lines = regions.printed(width: 60).split(separator: "\n")
    let rows = lines.filter { $0.contains("│") || $0.contains("┤") }.map {
      Array($0.drop { $0 != "│" && $0 != "┤" }.dropFirst())
    }
    #expect(rows.count == 18)
    let textures: [Character] = ["·", "░", " "]
    var seen: Set<Character> = []
    for (row, characters) in rows.enumerated() {
      for (column, character) in characters.enumerated()
      where textures.contains(character) {
        let x = (Double(column) + 0.5) / Double(characters.count) * 10
        let y = 10 - (Double(row) + 0.5) / 18 * 10
        let near = [(0.2, 0.0), (-0.2, 0), (0, 0.3), (0, -0.3)].map {
          textures[Self.classAt(x + $0.0, y + $0.1)]
        }
        guard Set(near).count == 1, !("a"..."z").contains(character) else {
          continue
        }
        // The space within the name of a class is none of the area's.
        let isInName =
          column > 0 && "●■▲".contains(characters[column - 1])
          && column > 1 && characters[column - 2] == "["
        if !isInName { #expect(near[0] == character, "at \(x), \(y)") }
        seen.insert(character)
      }
    }
    #expect(seen == Set(textures))
  }

  @Test func eachNameStandsInItsArea() {
    let lines = regions.printed(width: 60).split(separator: "\n")
    for (name, texture) in [
      ("[● below]", "·"), ("[■ above]", "░"), ("[▲ disk]", " "),
    ] {
      let line = lines.first { $0.contains(name) } ?? ""
      #expect(line.contains(texture + name + texture), "\(name) in \(line)")
    }
  }

  @Test func aClassWithoutRoomIsNamedAbove() {
    let strip = Regions(
      x: Axis("", 0...1), y: Axis("", 0...1), classes: ["a", "b", "nowhere"]
    ) { x, _ in x < 0.01 ? 0 : 1 }
    #expect(strip.printed(width: 50).hasPrefix("● a  ▲ nowhere\n"))
    #expect(strip.svg().contains(">nowhere</text>"))
  }

  @Test func aNameCoversNoPoint() throws {
    // A column of points close together, right in the middle.
    let points = stride(from: 0.02, to: 1, by: 0.04).map { Point(0.5, $0) }
    let svg = Regions(
      x: Axis("", 0...1), y: Axis("", 0...1), classes: ["everywhere"],
      points: points, labels: points.map { _ in 0 }
    ) { _, _ in 0 }.svg()
    let plate = try #require(
      svg.firstMatch(of: /<rect x="([\d.]+)"[^>]* width="([\d.]+)"/))
    let (x, width) = (
      try #require(Double(plate.1)), try #require(Double(plate.2))
    )
    let marks = svg.matches(of: /<circle cx="([\d.]+)"/).compactMap {
      Double($0.1)
    }
    // One more circle is the mark on the plate.
    #expect(marks.count == points.count + 1)
    #expect(marks.count { $0 + 3 > x && $0 - 3 < x + width } == 1)
  }

  @Test func pointsAreToldApartByTheirMarks() {
    let text = regions.description
    #expect(text.count { $0 == "●" } == 2, "a point and the name of its class")
    #expect(text.count { $0 == "■" } == 2)
    #expect(text.count { $0 == "▲" } == 2)
  }

  @Test func theFunctionIsCalledAFewThousandTimes() {
    var calls = 0
    let regions = Regions(
      x: Axis("", 0...1), y: Axis("", 0...1), classes: ["a", "b"]
    ) { x, y in
      calls += 1
      return x * x + y * y < 0.5 ? 0 : 1
    }
    let made = calls
    #expect((1_000...5_000).contains(made))
    _ = (regions.description, regions.svg())
    #expect(calls == made)
  }

  @Test func roomIsFarFromWhatIsBlocked() throws {
    // . . . . . . .
    // . . . # . . .
    // . . . . . . .
    let room = Room(columns: 7, rows: 3) { $0 == 3 && $1 == 1 }
    let place = try #require(room.place(width: 3, height: 2))
    #expect([0, 4].contains(place.column))
    #expect(room.place(width: 4, height: 2) == nil)
    #expect(room.place(width: 7, height: 1) != nil)
  }
}

import Foundation
import Testing

@testable import Plots

@Suite("Plots")
struct PlotTests {
  private let chart = Chart(
    "t", y: Axis("", 0...1),
    [
      .init("low", [Point(0, 0.1), Point(1, 0.1)]),
      .init("high", [Point(0, 0.9), Point(1, 0.9)]),
      .init("marks", [Point(0.5, 0.5)], as: .points),
    ])

  private func folder() throws -> URL {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "plots-\(UUID())")
    try FileManager.default.createDirectory(
      at: folder, withIntermediateDirectories: false)
    return folder
  }

  @Test func aFileIsWrittenAndReplaced() throws {
    let folder = try folder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appending(path: "x.svg").path()
    try "old".write(toFile: path, atomically: true, encoding: .utf8)
    try chart.save(to: path, alternative: "two lines")
    let saved = try String(contentsOfFile: path, encoding: .utf8)
    #expect(saved == chart.svg(alternative: "two lines"))
    #expect(saved.contains("<title id=\"title\">two lines</title>"))
    let names = try FileManager.default.contentsOfDirectory(
      atPath: folder.path())
    #expect(names == ["x.svg"], "no temporary file is left")
  }

  @Test func aMissingFolderIsNamedWithARemedy() throws {
    let folder = try folder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appending(path: "none/x.svg").path()
    let error = #expect(throws: PlotFileError.self) {
      try chart.save(to: path)
    }
    #expect(
      error?.description
        == "cannot write \(path): there is no such folder; create it, or "
        + "choose another")
  }

  @Test func aFolderIsNotReplaced() throws {
    let folder = try folder()
    defer { try? FileManager.default.removeItem(at: folder) }
    #expect(throws: PlotFileError.self) { try chart.save(to: folder.path()) }
    #expect(FileManager.default.fileExists(atPath: folder.path()))
  }

  @Test func colorsAreEscapeSequencesAndNothingElse() {
    let colored = chart.printed(width: 60, colors: true)
    #expect(colored.contains("\u{1B}[34m"))
    let plain = colored.replacing(/\u{1B}\[\d+m/, with: "")
    #expect(plain == chart.printed(width: 60))
    #expect(!chart.description.contains("\u{1B}"))
  }

  @Test func namesStandAtTheirLinesInTheFile() throws {
    let svg = chart.svg()
    func height(_ pattern: Regex<(Substring, Substring)>) throws -> Double {
      try #require(svg.firstMatch(of: pattern).flatMap { Double($0.1) })
    }
    let low = try height(/y="([\d.]+)"[^>]*>low</)
    let high = try height(/y="([\d.]+)"[^>]*>high</)
    // The points of a series are the first of a line, as "x,y x,y".
    let lines = svg.matches(of: /points="[\d.]+,([\d.]+) [^"]*"[^>]*width="2"/)
      .compactMap { Double($0.1) }
    try #require(lines.count == 2)
    #expect((low - lines[0]).magnitude < 20)
    #expect((high - lines[1]).magnitude < 20)
    #expect(svg.firstMatch(of: />marks</) != nil)
  }

  @Test func linesAndPointsAreToldApartWithoutColor() {
    let line = [Point(0, 0), Point(1, 1)]
    let series = (0..<4).map { _ in Chart.Series("", line) }
    let dashes = Chart("", series).svg()
      .matches(of: /width="2"( stroke-dasharray="[^"]*")?/).map { "\($0.0)" }
    #expect(dashes.count == 4 && Set(dashes).count == 4)
    let points = (0..<5).map { index in
      Chart.Series("", [Point(Double(index), 0)], as: .points)
    }
    let marks = Chart("", points).description.filter { "●■▲◆✕".contains($0) }
    #expect(marks == "●■▲◆✕")
  }

  @Test func oddValuesAreDrawnOrLeftOut() {
    let odd: [[Point]] = [
      [], [Point(1, 1)], [Point(.nan, 1), Point(1, .infinity)],
      [Point(0, 1e300), Point(1, -1e300)], [Point(1e20, 1), Point(1e20, 2)],
      [Point(-3, -3), Point(-2, -2)],
    ]
    for points in odd {
      for logarithmic in [false, true] {
        for mark in [Chart.Mark.both, .segments] {
          let chart = Chart(
            x: Axis("x", logarithmic: logarithmic),
            y: Axis("y", logarithmic: logarithmic),
            [.init("name", points, as: mark)])
          #expect(!chart.svg().contains("nan"))
          #expect(!chart.svg().contains("inf"))
          #expect(!chart.description.isEmpty)
        }
      }
    }
    let flat = Chart(x: Axis("", 2...2), [.init("", [Point(2, 2)])])
    #expect(!flat.svg().contains("nan"))
  }

  @Test func whatDoesNotFitSaysHowToSeeIt() {
    #expect(
      chart.printed(width: 10)
        == "(chart “t”: low, high, marks: wider than 10 columns; save it as "
        + "SVG)")
  }
}

import Plots
import Testing

@Suite("Plots of what does not fit together")
struct StopTests {
  private func printed(_ result: ExitTest.Result?) throws -> String {
    String(decoding: try #require(result).standardErrorContent, as: UTF8.self)
  }

  @Test func aTableHasANameForEachRowAndColumn() async throws {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      _ = HeatMap(rows: ["a"], columns: ["x", "y"], [[1, 2], [3, 4]])
    }
    #expect(
      try printed(result).contains(
        "HeatMap: 2 rows of [2, 2] numbers, but names for 1 rows and "
          + "2 columns"))
  }

  @Test func aClassHasAName() async throws {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      _ = Regions(classes: ["a", "b"]) { _, _ in 2 }
    }
    #expect(
      try printed(result).contains("Regions: class 2, there are 2 classes"))
  }

  @Test func aPointHasALabel() async throws {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      _ = Regions(classes: ["a"], points: [Point(1, 2)]) { _, _ in 0 }
    }
    #expect(
      try printed(result).contains("Regions: 1 points and 0 labels"))
  }
}

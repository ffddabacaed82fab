import Checks
import Foundation
import Testing

@Suite("The report's JSON")
struct ReportTests {
  @Test func hasExactlyThePromisedKeys() throws {
    var report = Report(
      exercise: 3, id: "softmax", status: .notWritten, message: "", seed: 7)
    report.checks = [
      CheckReport(id: "a", title: "b", function: "f(_:)", status: .skipped)
    ]
    report.metrics = [
      EpochMetrics(epoch: 1, loss: 1, trainAccuracy: 0.5, testAccuracy: 0.5)
    ]
    report.diagnostics = [
      Diagnostic(
        file: "f", line: 1, column: 2, severity: "error", message: "m")
    ]
    let object = try #require(
      JSONSerialization.jsonObject(with: JSONEncoder().encode(report))
        as? [String: Any])
    #expect(
      Set(object.keys) == [
        "version", "exercise", "id", "status", "message", "points",
        "maxPoints", "seed", "checks", "diagnostics", "output", "metrics",
        "milliseconds", "cached", "first",
      ])
    #expect(object["status"] as? String == "not_written")
    let check = try #require((object["checks"] as? [[String: Any]])?.first)
    #expect(
      Set(check.keys) == [
        "id", "title", "function", "status", "points", "maxPoints", "message",
        "mistake", "counterexample", "lesson", "milliseconds", "place",
        "blamed", "skipped", "unwritten", "relation", "signal",
      ])
    #expect(check["mistake"] is NSNull)
    #expect(check["counterexample"] is NSNull)
    let metrics = try #require((object["metrics"] as? [[String: Any]])?.first)
    #expect(
      Set(metrics.keys) == ["epoch", "loss", "trainAccuracy", "testAccuracy"])
    let times = try #require(object["milliseconds"] as? [String: Any])
    #expect(Set(times.keys) == ["compile", "run", "total"])
  }
}

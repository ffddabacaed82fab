import Foundation
import Testing

/// How training is shown while it goes on.
@Suite("Live training", .serialized)
struct LiveTrainingTests {
  /// The toy course with a lesson that trains, its exercise solved.
  private func course() throws -> ToyCourse {
    let course = try ToyCourse()
    for folder in ["Lessons", "Solutions"] {
      try FileManager.default.copyItem(
        atPath: course.path("\(folder)/01-double"),
        toPath: course.path("\(folder)/03-training"))
    }
    let lesson = try #require(course.read("Lessons/03-training/lesson.md"))
    try course.write(
      lesson.replacingOccurrences(of: "id: double", with: "id: training"),
      to: "Lessons/03-training/lesson.md")
    try course.write(
      "checks:\n  trains: trains for a while\n",
      to: "Lessons/03-training/feedback.yaml")
    try course.solve("03-training")
    return course
  }

  @Test(arguments: [(80, 24), (120, 40), (50, 24)])
  func aTerminalShowsBatchesAndTimeLeft(columns: Int, rows: Int) throws {
    let course = try course()
    let terminal = try course.terminal(
      "check", "3", columns: columns, rows: rows)
    #expect(terminal.shows { $0.text.contains("epoch 1 of 3, batch") })
    #expect(terminal.shows { $0.text.contains("s left") })
    #expect(
      terminal.shows {
        $0.text.contains("epoch 2   loss 0.5000") || columns < 60
      })
    #expect(terminal.shows("━ loss"))
    #expect(terminal.ended() == 0)
    // What was drawn gave way to the report, with its curves.
    #expect(terminal.screen.text.contains("trains for a while"))
    #expect(terminal.screen.text.contains("╍ test accuracy"))
    #expect(!terminal.screen.text.contains("batch"))
  }

  @Test func watchShowsItToo() throws {
    let course = try course()
    let terminal = try course.terminal("watch", "3")
    #expect(terminal.shows("epoch 2 of 3, batch"))
    #expect(terminal.shows("Passed!"))
    terminal.type("q")
    #expect(terminal.ended() == 0)
  }

  @Test(arguments: [["check", "3"], ["check", "3", "--plain"]])
  func aPipeGetsALineAnEpoch(arguments: [String]) throws {
    let answer = try course().run(arguments)
    let lines = answer.output.split(separator: "\n")
    #expect(
      lines.prefix(3) == [
        "epoch 1   loss 0.7500   train accuracy 0.250   test accuracy 0.125",
        "epoch 2   loss 0.5000   train accuracy 0.500   test accuracy 0.250",
        "epoch 3   loss 0.2500   train accuracy 0.750   test accuracy 0.375",
      ])
    #expect(!answer.output.contains("batch"))
    #expect(!answer.output.contains("\u{1B}"))
  }

  @Test func theReportKeepsTheEpochsAlone() throws {
    let answer = try course().run("check", "3", "--json")
    let metrics = try answer.json()["metrics"] as? [[String: Any]]
    #expect(metrics?.count == 3)
    #expect(metrics?.first?["planned"] == nil)
    #expect(!answer.errors.contains("batch"))
  }
}

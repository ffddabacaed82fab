import Foundation
import Networks
import Tensors
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
    #expect(terminal.screen.text.contains("╍ test accuracy") || rows < 30)
    #expect(!terminal.screen.text.contains("batch"))
  }

  @Test func whatIsTrainedIsKeptAndCompared() throws {
    let course = try course()
    #expect(try course.run("show", "weights").errors.contains("no model has"))
    let first = try course.run("train", "3", "--epochs", "2")
    #expect(first.status == 0, "\(first.errors)")
    #expect(first.output.contains(" 0.5000 │ 0.050 │ 0.025 │ best"))
    // What the course wrote, the library's model reads.
    var model = Sequential {
      Flatten()
      Linear(784, 10)
    }
    try model.load(from: course.path(".course/models/3.safetensors"))
    #expect(model.parameters[0].values.allSatisfy { $0 == 1 })
    let second = try course.run("train", "3", "--rate", "2", "--epochs", "1")
    #expect(second.output.contains("best: rate 2.0"), "\(second.output)")
    let lost = try course.run(
      "train", "3", "--rate", "10", "--name", "too-fast", "--seed", "5",
      "--json")
    let run = try #require(
      try JSONSerialization.jsonObject(with: Data(lost.output.utf8))
        as? [String: Any])
    let diverged = try #require(run["diverged"] as? Bool)
    #expect(lost.status == 0 && diverged)
    #expect((run["epochs"] as? [Any])?.count == 10)
    let all = try course.run("show").output
    for name in ["3 ", "3-2", "too-fast"] {
      #expect(all.contains("\n\(name)"), "\(all)")
    }
    #expect(all.contains("diverged: rate 10.0"))

    let weights = try course.run("show", "weights", "--model", "3")
    #expect(weights.output.contains("ankle boot"))
    #expect(weights.output.contains("###"))
    for (words, status, said) in [
      (["train", "3", "--momentum", "0.9"], 2, "does not apply to exercise 3"),
      (["train", "1"], 2, "trains no classifier"),
      (["train", "3", "--rate=-1"], 2, "at least 0"),
      (["train", "3", "--epochs", "0"], 2, "from 1 to"),
      (["train", "3", "--name", "../up"], 2, "a name must have"),
      (
        ["show", "weights", "--model", "none"], 2, "there are 3, 3-2, too-fast"
      ),
      (["show", "nothing"], 2, "there is no picture nothing"),
      (["show", "Lessons/01-double/lesson.md"], 3, "a PNG or PGM picture"),
    ] as [([String], Int32, String)] {
      let answer = try course.run(words)
      let isRight = answer.status == status && answer.errors.contains(said)
      #expect(isRight, "\(words) \(answer.errors)")
    }
  }

  @Test func aKeyStopsItAndKeepsWhatIsTrained() throws {
    let course = try course()
    let terminal = try course.terminal("train", "3", "--epochs", "2000")
    #expect(terminal.shows("q stops and keeps the model so far"))
    #expect(terminal.shows("epoch 7"))
    terminal.type("x")
    terminal.type("q")
    #expect(terminal.ended() == 0)
    #expect(terminal.screen.text.contains("Look at it: "))
    let kept = try course.run("train", "3", "--epochs", "2").output
    let epochs = kept.split(separator: "\n").compactMap { line in
      let cells = line.split(separator: "│").map {
        $0.trimmingCharacters(in: .whitespaces)
      }
      return cells.first == "3" ? Int(cells[1]) : nil
    }
    #expect(epochs.count == 1 && (7..<1_000).contains(epochs[0]), "\(kept)")
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

import Foundation
import Testing

/// Compares with a committed screen; with `UPDATE_GOLDEN` set, writes it.
func expectGolden(_ name: String, _ text: String) throws {
  let path = "\(testFolder)/Golden/\(name).txt"
  if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] != nil {
    try Data(text.utf8).write(to: URL(filePath: path))
  }
  let golden = try String(contentsOfFile: path, encoding: .utf8)
  #expect(text == golden, "differs from \(path)")
}

@Suite("Screens")
struct ScreenTests {
  @Test func inAPipe() throws {
    let course = try ToyCourse()
    try expectGolden("course", course.run().output)
    try expectGolden("next", course.run("next").output)
    try expectGolden("list", course.run("list").output)
    try expectGolden("run", course.run("run", "1").output)
    try expectGolden("not-written", course.run("check", "1").output)
    let file = testFolder + "/Attacks/SquaresInstead.swift"
    try course.write(
      String(contentsOfFile: file, encoding: .utf8),
      to: "Lessons/01-double/Exercise.swift")
    try expectGolden("failed", course.run("check", "1", "--seed", "1").output)
    try expectGolden(
      "failed-plain", course.run("check", "1", "--seed", "1", "--plain").output)
    try course.solve("01-double")
    try expectGolden("passed", course.run("check", "1").output)
    try expectGolden("list-plain", course.run("list", "--plain").output)
  }

  @Test func colourIsForTerminalsAlone() throws {
    let course = try ToyCourse()
    #expect(!(try course.run("list").output.contains("\u{1B}")))
    let terminal = "script -qec '\"$COURSE\" read 1' /dev/null"
    let environment = ["TERM": "xterm-256color"]
    #expect(
      try course.shell(terminal, environment: environment).output
        .contains("\u{1B}[1"))
    for other in [["NO_COLOR": "1", "TERM": "xterm"], ["TERM": "dumb"]] {
      #expect(
        !(try course.shell(terminal, environment: other).output
          .contains("\u{1B}")))
    }
  }

  @Test func theWidthIsKept() throws {
    let course = try ToyCourse()
    for width in [40, 60, 100] {
      let answer = try course.run(
        "read", "1", environment: ["COLUMNS": "\(width)"])
      let longest = answer.output.split(separator: "\n").map(\.count).max()
      #expect((longest ?? 0) <= width)
    }
  }
}

@Suite("reset, undo, solution")
struct FileCommandTests {
  @Test func resetAndUndo() throws {
    let course = try ToyCourse()
    let file = "Lessons/01-double/Exercise.swift"
    let starter = try #require(course.read("Lessons/01-double/Starter.swift"))
    try course.solve("01-double")
    let mine = course.read(file)
    #expect(try course.run("reset", "1").status == 0)
    #expect(course.read(file) == starter)
    #expect(try course.run("undo", "1").status == 0)
    #expect(course.read(file) == mine)
    #expect(try course.run("undo", "1").status == 1)
    #expect(course.read(file) == mine)
  }

  /// What the learner wrote comes first, the starter second.
  @Test(arguments: ["check 1", "hint 1", "diff 1", "watch 1"])
  func aLostFileIsBroughtBack(_ command: String) throws {
    let course = try ToyCourse()
    let file = "Lessons/01-double/Exercise.swift"
    let start = "course: there is no file \(file); bring back "
    let reset = "the starter with `swift run course reset 1`\n"
    let words = command.split(separator: " ").map(String.init)

    // Nothing was kept of it yet.
    try FileManager.default.removeItem(atPath: course.path(file))
    #expect(try course.run(words).errors == start + reset)
    let undo = try course.run("undo", "1")
    #expect(undo.status == 1)
    #expect(undo.output.contains("swift run course reset 1"))
    #expect(try course.run("reset", "1").status == 0)

    try course.write("import Tensors\n// mine\n", to: file)
    _ = try course.run("check", "1")
    try FileManager.default.removeItem(atPath: course.path(file))
    let lost = try course.run(words)
    #expect(
      lost.errors == start
        + "what you wrote with `swift run course undo 1`, or " + reset)
    #expect(lost.status == (words[0] == "watch" ? 1 : 3))
    #expect(try course.run("undo", "1").status == 0)
    #expect(course.read(file) == "import Tensors\n// mine\n")
  }

  @Test func everyCheckKeepsASnapshot() throws {
    let course = try ToyCourse()
    let file = "Lessons/01-double/Exercise.swift"
    for text in ["import Tensors\n// a\n", "import Tensors\n// b\n"] {
      try course.write(text, to: file)
      _ = try course.run("check", "1")
    }
    #expect(try course.run("undo", "1").status == 0)
    #expect(course.read(file) == "import Tensors\n// a\n")
  }

  @Test func theSolutionIsForThoseWhoPassedOrGiveUp() throws {
    let course = try ToyCourse()
    let solution = course.read("Solutions/01-double/Exercise.swift")
    let early = try course.run("solution", "1")
    #expect(early.status == 1)
    #expect(early.output.isEmpty)
    #expect(try course.run("solution", "1", "--give-up").output == solution)
    let other = try ToyCourse()
    try other.solve("01-double")
    _ = try other.run("check", "1")
    #expect(try other.run("solution", "1").output == solution)
  }
}

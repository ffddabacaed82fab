import Foundation
import Testing

private let file = "Lessons/01-double/Exercise.swift"

@Suite("Checkpoints and the reader")
struct CheckpointTests {
  /// The first function written, the second not.
  private func half(_ course: ToyCourse) throws {
    let solution = try #require(
      course.read("Solutions/01-double/Exercise.swift"))
    let starter = try #require(course.read(file))
    let total = try #require(starter.range(of: "public func total"))
    let solved = try #require(solution.range(of: "public func total"))
    try course.write(
      String(solution[..<solved.lowerBound]) + starter[total.lowerBound...],
      to: file)
  }

  @Test func theTextSaysHowEachStands() throws {
    let course = try ToyCourse()
    let fresh = try course.run("read", "1").output
    #expect(fresh.contains("○ Checkpoint 1 of 2 · to write"), "\(fresh)")
    #expect(fresh.contains("checks your file; next is double(_:)"))

    try half(course)
    let verdict = try course.run("check", "1").output
    #expect(verdict.contains("Read on: swift run course next"), "\(verdict)")
    let text = try course.run("read", "1").output
    #expect(text.contains("✓ Checkpoint 1 of 2 · passed"), "\(text)")
    #expect(text.contains("○ Checkpoint 2 of 2 · to write"))
    #expect(text.contains("next is total(of:)"))

    // What does not compile says nothing new of them.
    try course.write("public func double(", to: file)
    _ = try course.run("check", "1")
    #expect(try course.run("read", "1").output == text)

    try course.write(
      String(
        contentsOfFile: "\(testFolder)/Attacks/SquaresInstead.swift",
        encoding: .utf8), to: file)
    _ = try course.run("check", "1")
    let wrong = try course.run("read", "1", "--plain").output
    #expect(wrong.contains("> Checkpoint 1 of 2 · not right yet"), "\(wrong)")

    try course.solve("01-double")
    let passed = try course.run("check", "1").output
    #expect(passed.contains("goes on to lesson 2, Scaling"), "\(passed)")
  }

  @Test func nextOpensTheTextWhereItGoesOn() throws {
    let course = try ToyCourse()
    try half(course)
    _ = try course.run("check", "1")
    let terminal = try course.terminal("next", columns: 80, rows: 12)
    #expect(
      terminal.shows { screen in
        screen.lines.first?.contains("✓ Checkpoint 1 of 2") == true
      }, "\(terminal.screen.text)")
    terminal.type("g")
    #expect(terminal.shows("Lesson 1 · Doubling"))
    terminal.type("/write `tot")
    terminal.type("\u{7F}\u{7F}\u{7F}\u{7F}\u{7F}")
    #expect(terminal.shows("find: write"))
    terminal.type("\r")
    #expect(
      terminal.shows { $0.lines.first?.contains("Write double") == true },
      "\(terminal.screen.text)")
    terminal.type("/nowhere\r")
    #expect(terminal.shows("“nowhere” is not in this text"))
    terminal.type("G")
    #expect(terminal.shows("end"))
    terminal.resize(columns: 60, rows: 30)
    #expect(terminal.shows("Lesson 1, Doubling"))
    terminal.type("q")
    #expect(terminal.ended() == 0)
    #expect(!terminal.screen.isOther && terminal.screen.showsCursor)
    // What to do stays when the text is gone.
    #expect(terminal.screen.text.contains("check 1  checks your file; next is"))
  }

  @Test func aCheckpointThatNamesNoFunctionIsTheAuthors() throws {
    let course = try ToyCourse()
    let path = "Lessons/01-double/lesson.md"
    let lesson = try #require(course.read(path))
    try course.write(
      lesson.replacingOccurrences(
        of: "point: double(_:)", with: "point: twice"),
      to: path)
    let answer = try course.run("read", "1")
    #expect(answer.status == 3)
    #expect(
      answer.errors.contains("the exercise has no function `twice`; its"),
      "\(answer.errors)")
  }
}

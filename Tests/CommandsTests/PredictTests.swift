import Foundation
import Testing

@Suite("run asks for predictions")
struct PredictTests {
  private func course() throws -> ToyCourse {
    let course = try ToyCourse()
    try course.addEverything()
    return course
  }

  @Test func oneCellAtATime() throws {
    let course = try course()
    let shown = course.typing(["", "5"], to: "run", "3")
    let expected = """
      Running the cells of lesson 3…

      Cell 1 of 2, mean

          // The mean of three numbers, in a line that is wider than a narrow screen.
          let mean = [1.0, 2.5, 4.0].reduce(0, +) / 3
          print("mean", mean)

        mean 2.5

      Enter goes on, q quits:\u{20}

      Cell 2 of 2, guess

          print(mean * 2)

      What will it print? (Enter shows it, q quits): 5
        5.0
      ✓ Right.

      You predicted 1 of 1 output.

      """
    #expect(shown == expected, "\(shown)")
  }

  @Test func whatIsWrongIsSaid() throws {
    let course = try course()
    #expect(
      course.typing(["", "2.5"], to: "run", "3").hasSuffix(
        "  5.0\n✗ Wrong.\n\nYou predicted 0 of 1 output.\n"))
    // Enter alone shows it, and is no prediction.
    #expect(
      course.typing(["", ""], to: "run", "3").hasSuffix(
        "q quits): \n  5.0\n"))
    let lesson = try #require(course.read("Lessons/03-everything/lesson.md"))
    try course.write(
      lesson.replacingOccurrences(
        of: "print(mean * 2)", with: "print(mean * 2)\nprint(1, 2)"),
      to: "Lessons/03-everything/lesson.md")
    let shown = course.typing(["", "5 1 3"], to: "run", "3")
    #expect(shown.contains("It prints 2 lines; type them on one."), "\(shown)")
    #expect(shown.contains("  5.0\n  1 2\n  This differs from the lesson's"))
    #expect(shown.contains("Almost: number 3 of 3 is 2, not 3."))
  }

  @Test func qLeaves() throws {
    let course = try course()
    for lines in [["q"], []] {
      let shown = course.typing(lines, to: "run", "3")
      #expect(!shown.contains("guess"), "\(shown)")
    }
    let asked = course.typing(["", "q"], to: "run", "3")
    #expect(asked.contains("What will it print?"))
    #expect(!asked.contains("5.0"), "\(asked)")
  }

  @Test func withAllOrInAPipeNothingIsAsked() throws {
    let course = try course()
    let all = "cell mean\n  mean 2.5\ncell guess\n  5.0\n"
    #expect(course.typing([], to: "run", "3", "--all") == all)
    #expect(try course.run("run", "3").output == all)
    // A lesson without predictions is shown as it comes.
    #expect(course.typing([], to: "run", "1") == "cell twice\n  6.0\n")
  }

  /// A cell that stops is shown as far as it came; nothing is asked of it.
  @Test func aCellThatStops() throws {
    let course = try course()
    let lesson = try #require(course.read("Lessons/03-everything/lesson.md"))
    try course.write(
      lesson.replacingOccurrences(
        of: "print(mean * 2)",
        with: "print(mean * 2)\nprint([1][Int(mean)])"),
      to: "Lessons/03-everything/lesson.md")
    let shown = course.typing([""], to: "run", "3")
    #expect(!shown.contains("What will it print?"), "\(shown)")
    #expect(shown.contains("  5.0\nin cell `guess`: "))
  }

  @Test func watchLendsTheTerminal() throws {
    let course = try ToyCourse()
    let path = "Lessons/01-double/lesson.md"
    let lesson = try #require(course.read(path))
    try course.write(
      lesson.replacingOccurrences(of: "cell=twice", with: "cell=twice predict"),
      to: path)
    let terminal = try course.terminal("watch", "1")
    #expect(terminal.shows("not written yet"))
    terminal.type("c")
    #expect(terminal.shows("What will it print? (Enter shows it, q quits):"))
    terminal.type("6\r")
    #expect(terminal.shows("✓ Right."))
    #expect(terminal.shows("Press Enter to go back to watch."))
    // A key that does something in watch does it at once.
    terminal.type("t")
    #expect(terminal.shows("Lesson 1 · Doubling"))
    terminal.type("q")
    #expect(terminal.shows("not written yet"))
    terminal.type("c")
    #expect(terminal.shows("What will it print?"))
    terminal.type("q\r")
    #expect(terminal.shows("Press Enter to go back to watch."))
    // This one only goes back.
    terminal.type("q")
    #expect(
      terminal.shows { $0.isOther && $0.text.contains("not written yet") })
    terminal.type("q")
    #expect(terminal.ended() == 0)
    #expect(!terminal.screen.isOther && terminal.screen.showsCursor)
  }
}

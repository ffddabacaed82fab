import Foundation
import Testing

@Suite("quiz")
struct QuizTests {
  private func course() throws -> ToyCourse {
    let course = try ToyCourse()
    try course.addEverything()
    return course
  }

  /// The letter of an option, as the questions of this seed show it.
  private func letter(
    of option: String, in course: ToyCourse, seed: UInt64 = 1
  ) throws -> String {
    let shown = course.typing([], to: "quiz", "3", seed: seed)
    let line = shown.split(separator: "\n").first {
      $0.hasSuffix(") \(option)")
    }
    return String(try #require(line?.dropFirst(2).first, "\(shown)"))
  }

  private func recorded(in course: ToyCourse) throws -> [String: Bool]? {
    struct Exercise: Decodable { var quizzes: [String: Bool]? }
    struct Progress: Decodable { var exercises: [String: Exercise] }
    guard let text = course.read(".course/progress.json") else { return nil }
    return try JSONDecoder().decode(Progress.self, from: Data(text.utf8))
      .exercises["everything"]?.quizzes
  }

  @Test func inAPipeTheQuestionsArePrinted() throws {
    let course = try course()
    let questions = try course.run("quiz", "3").output
    #expect(questions.contains("Question 2 of 2"))
    #expect(questions.contains("a) Six\n  b) Nine"))
    #expect(!questions.contains("Three threes"))
    let answers = try course.run("quiz", "everything", "--answers").output
    #expect(answers.contains("b) ✓ Right. Three threes."))
    #expect(answers.contains("Answer: 0.1. One of ten."))
    #expect(try course.run("quiz", "1").output.contains("asks no questions"))
  }

  @Test func optionsComeInAnOrderDrawnAnew() throws {
    let course = try course()
    let letters = try (1...12).map { seed in
      try letter(of: "Nine", in: course, seed: seed)
    }
    #expect(Set(letters) == ["a", "b"])
    // The letter that is shown is the one that counts.
    for (seed, letter) in zip(UInt64(1)..., letters) {
      let shown = course.typing(
        [letter], to: "quiz", "3", "--again", seed: seed)
      #expect(shown.contains("✓ Right. Three threes."), "\(shown)")
    }
  }

  @Test func theFirstAnswerIsRecorded() throws {
    let course = try course()
    let nine = try letter(of: "Nine", in: course)
    let six = try letter(of: "Six", in: course)
    let first = course.typing([six, nine, "10%"], to: "quiz", "3")
    #expect(first.contains("✗ Wrong. That is twice three."))
    #expect(first.contains("✓ Right. Three threes."))
    #expect(first.contains("1 of 2 right on the first try"), "\(first)")
    #expect(first.contains("You found 1 more on a later try."))
    #expect(try recorded(in: course) == ["square": false, "tenth": true])
    // Only what was not right comes again, and its first answer counts anew.
    let again = try letter(of: "Nine", in: course)
    let second = course.typing([again], to: "quiz", "3")
    #expect(!second.contains("Question 2 of 2"), "\(second)")
    #expect(second.contains("2 of 2 right on the first try"))
    #expect(second.contains("quiz 3 --again asks them once more."))
    #expect(try recorded(in: course) == ["square": true, "tenth": true])
  }

  @Test func qLeavesAndAQuestionMarkHelps() throws {
    let course = try course()
    let nine = try letter(of: "Nine", in: course)
    let left = course.typing(["?", "q", nine], to: "quiz", "3")
    #expect(left.contains("Type one letter or number"), "\(left)")
    #expect(!left.contains("Question 2 of 2"))
    #expect(left.contains("0 of 2 right on the first try"))
    #expect(try recorded(in: course) == nil)
    // What was answered before leaving is kept.
    let later = course.typing([nine, "?", " Q "], to: "quiz", "3")
    #expect(later.contains("Type a number, such as 0.5"), "\(later)")
    #expect(try recorded(in: course) == ["square": true])
  }

  @Test func whatAWrongNumberIsToTheRightOneIsSaid() throws {
    let course = try course()
    let nine = try letter(of: "Nine", in: course)
    let shown = course.typing(
      [nine, "10", "-0.1", "0.05", "20%", "0.001", "7", "0.102", ""],
      to: "quiz", "3")
    let said = shown.split(separator: "\n").filter { $0.hasPrefix("✗") }
    #expect(
      said == [
        "✗ Wrong. That is the reciprocal of the answer.",
        "✗ Wrong. That is the negative of the answer.",
        "✗ Wrong. That is half the answer.",
        "✗ Wrong. That is double the answer.",
        "✗ Wrong. That is a hundredth of the answer.",
        "✗ Wrong.",
      ])
    #expect(shown.contains("Close. Give more decimals."), "\(shown)")
    #expect(shown.contains("Answer: 0.1. One of ten."))
  }

  /// A number that was only rounded does not count before it is whole.
  @Test func aRoundedNumberIsAskedForAgain() throws {
    let course = try course()
    let nine = try letter(of: "Nine", in: course)
    _ = course.typing([nine, "0.102", "0.1"], to: "quiz", "3")
    #expect(try recorded(in: course) == ["square": true, "tenth": true])
  }

  @Test func onATerminal() throws {
    let course = try course()
    let terminal = try course.terminal("quiz", "3")
    #expect(terminal.shows("Question 1 of 2"))
    terminal.type("?\n")
    #expect(terminal.shows("Type one letter or number, such as a or 1."))
    terminal.type("q\n")
    #expect(terminal.ended() == 0)
    #expect(terminal.screen.text.contains("0 of 2 right on the first try"))
    #expect(!terminal.screen.text.contains("Question 2"))
  }

  // MARK: - Questions about the learner's own runs

  /// The toy course with a question about runs of exercise 3, and runs.
  private func experiment(
    runs: [(name: String, rate: Double, seed: Int, accuracy: Double)]
  ) throws -> ToyCourse {
    let course = try course()
    let path = "Lessons/03-everything/lesson.md"
    let lesson = try #require(course.read(path))
    let question = """

      ```quiz
      id: best-rate
      ask: Which of your runs was best?
      kind: runs
      vary: rate
      measure: test-accuracy
      runs: 3
      because: Rates have a best value.
      ```

      """
    try course.write(lesson + question, to: path)
    try FileManager.default.createDirectory(
      atPath: course.path(".course/models"), withIntermediateDirectories: true)
    for (time, run) in runs.enumerated() {
      try course.write(
        """
        {"name": "\(run.name)", "exercise": 3, "time": \(time),
         "diverged": \(run.accuracy == 0),
         "settings": {"batch": 256, "epochs": 1, "rate": \(run.rate),
           "seed": \(run.seed)},
         "epochs": [{"epoch": 1, "loss": 1, "trainAccuracy": 0.5,
           "testAccuracy": \(run.accuracy)}]}
        """, to: ".course/models/\(run.name).json")
    }
    return course
  }

  @Test func withTooFewRunsItSaysWhatToDo() throws {
    let course = try experiment(
      runs: [("a", 0.1, 1, 0.8), ("b", 0.2, 2, 0.7), ("c", 0.2, 3, 0.9)])
    let nine = try letter(of: "Nine", in: course)
    let whole = course.typing([nine, "0.1"], to: "quiz", "3")
    let line = whole.replacingOccurrences(of: "\n", with: " ")
    #expect(
      line.contains(
        "It needs 3 runs of yours that differ only in the learning rate, and "
          + "there are 2 so far: swift run course train 3 --rate"), "\(whole)")
    #expect(try recorded(in: course) == ["square": true, "tenth": true])
  }

  @Test func runsWithOneSeedComeFirst() throws {
    let course = try experiment(
      runs: [
        ("a", 0.1, 7, 0.8), ("b", 0.2, 7, 0.82), ("c", 0.4, 7, 0.7),
        ("lucky", 0.1, 9, 0.9),
      ])
    let nine = try letter(of: "Nine", in: course)
    let shown = course.typing([nine, "0.1"], to: "quiz", "3")
    #expect(shown.contains("(a)") && !shown.contains("(lucky)"), "\(shown)")
  }

  @Test func theBestRunIsRightWhateverItIs() throws {
    for best in ["a", "b", "c"] {
      let course = try experiment(
        runs: zip(["a", "b", "c"], [0.1, 0.2, 0.4]).enumerated().map {
          ($1.0, $1.1, $0, $1.0 == best ? 0.81 : 0.8)
        } + [("worst", 5, 9, 0)])
      let nine = try letter(of: "Nine", in: course)
      let first = course.typing([nine, "0.1"], to: "quiz", "3")
      let line = first.split(separator: "\n").first {
        $0.hasSuffix("(\(best))")
      }
      let right = String(try #require(line?.dropFirst(2).first, "\(first)"))
      #expect(first.contains("the learning rate 0.2 (b)"))
      let second = course.typing(
        [nine, "0.1", right], to: "quiz", "3", "--again")
      #expect(
        second.contains(
          "✓ Right. That run ended with a test accuracy of 0.8100."),
        "\(second)")
      #expect(second.contains("Rates have a best value."))
      #expect(try recorded(in: course)?["best-rate"] == true)
    }
  }
}

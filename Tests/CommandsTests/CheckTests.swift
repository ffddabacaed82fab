import Foundation
import Testing

@Suite("check")
struct CheckTests {
  @Test func aStarterIsNotWritten() throws {
    let course = try ToyCourse()
    let answer = try course.run("check", "1", "--json")
    #expect(answer.status == 1)
    let report = try answer.json()
    #expect(report["status"] as? String == "not_written")
    let checks = try #require(report["checks"] as? [[String: Any]])
    #expect(
      checks.map { $0["status"] as? String }
        == ["not_written", "not_written", "not_written"])
    #expect(report["output"] as? String == "")
  }

  @Test func aSolutionPasses() throws {
    let course = try ToyCourse()
    let file = "Solutions/01-double/Exercise.swift"
    let answer = try course.run("check", "double", "--file", file, "--json")
    #expect(answer.status == 0)
    #expect(try answer.json()["status"] as? String == "passed")
    // What is graded from elsewhere is not the learner's progress.
    #expect(course.read(".course/progress.json") == nil)
  }

  @Test func aPassIsRecordedAndTheNextExerciseIsCurrent() throws {
    let course = try ToyCourse()
    try course.solve("01-double")
    #expect(try course.run("check").status == 0)
    let list = try course.run("list", "--json").json()
    let lessons = try #require(list["lessons"] as? [[String: Any]])
    #expect(lessons.map { $0["passed"] as? Bool } == [true, false])
    #expect(lessons.map { $0["next"] as? Bool } == [false, true])
    #expect(try course.run("next").output.contains("Scaling"))
    #expect(
      try course.run("check", "--json").json()["id"] as? String == "scale")
  }

  @Test func theSecondTimeTheProgramIsThere() throws {
    let course = try ToyCourse()
    try course.solve("01-double")
    _ = try course.run("check", "1")
    #expect(
      try course.run("check", "1", "--json").json()["cached"] as? Bool == true)
    let fresh = try course.run("check", "1", "--fresh", "--json").json()
    #expect(fresh["cached"] as? Bool == false)
  }

  @Test func theSeedRepeatsAResult() throws {
    let course = try ToyCourse()
    // What it prints are the very inputs that were drawn.
    try course.write(
      """
      import Tensors

      public func double(_ x: Tensor) -> Tensor {
        print(x)
        return x + x
      }

      public func total(of labels: [Int]) -> Int { labels.reduce(0, +) }
      """, to: "prints.swift")
    func inputs(_ seed: String) throws -> String {
      let report = try course.run(
        "check", "1", "--file", course.path("prints.swift"), "--json",
        "--seed", seed
      ).json()
      #expect("\(report["seed"] ?? "")" == seed)
      return try #require(report["output"] as? String)
    }
    let eleven = try inputs("11")
    #expect(!eleven.isEmpty)
    #expect(try inputs("11") == eleven)
    #expect(try inputs("12") != eleven)
  }

  @Test func oneCheckAlone() throws {
    let course = try ToyCourse()
    let file = "\(testFolder)/Attacks/FatalError.swift"
    let answer = try course.run(
      "check", "1", "--file", file, "--only", "sums", "--json")
    #expect(answer.status == 0)
    let checks = try #require(
      try answer.json()["checks"] as? [[String: Any]])
    #expect(
      checks.map { $0["status"] as? String } == [
        "skipped", "skipped", "passed",
      ])
    let unknown = try course.run("check", "1", "--only", "nothing")
    #expect(unknown.status == 2)
    #expect(unknown.errors.contains("it has small, many, sums"))
  }

  @Test func whatComesFirstIsSaid() throws {
    let course = try ToyCourse()
    try course.solve("02-scale")
    let answer = try course.run("check", "2", "--json")
    #expect(answer.status == 1)
    let report = try answer.json()
    #expect(report["status"] as? String == "not_written")
    let message = try #require(report["message"] as? String)
    #expect(message.contains("exercise 1, which is not written yet"))
    // Also where the earlier function is not as the starter has it.
    let starter = try #require(course.read("Lessons/01-double/Starter.swift"))
    try course.write(
      starter.replacingOccurrences(
        of: "  notWritten()", with: "  if true { notWritten() }"),
      to: "Lessons/01-double/Exercise.swift")
    let later = try course.run("check", "2", "--json").json()
    #expect(
      (later["message"] as? String)?.contains("exercise 1") == true,
      "\(later)")
  }

  @Test func aStarterInACommentIsNoStarter() throws {
    let course = try ToyCourse()
    try course.solve("01-double", "02-scale")
    let starter = try #require(course.read("Lessons/01-double/Starter.swift"))
    let mine = try #require(course.read("Solutions/01-double/Exercise.swift"))
    try course.write(
      "/*\n\(starter)*/\n\(mine)", to: "Lessons/01-double/Exercise.swift")
    #expect(try course.run("check", "1").status == 0)
    #expect(try course.run("check", "2").status == 0)
  }

  @Test func anEarlierExerciseThatDoesNotCompileIsNamed() throws {
    let course = try ToyCourse()
    try course.solve("02-scale")
    try course.write(
      "import Tensors\nlet x: Int = \"\"\n",
      to: "Lessons/01-double/Exercise.swift")
    let answer = try course.run("check", "2", "--json")
    #expect(answer.status == 1)
    let report = try answer.json()
    #expect(report["status"] as? String == "compile_error")
    #expect(answer.output.contains("Lessons/01-double/Exercise.swift"))
    #expect(answer.output.contains("builds on exercise 1"))
    // Nothing else is stopped by it.
    #expect(try course.run("next").status == 0)
    #expect(try course.run("list").status == 0)
  }

  @Test func exercisesBuildOnTheLearnersOwn() throws {
    let course = try ToyCourse()
    try course.solve("01-double", "02-scale")
    #expect(try course.run("check", "2").status == 0)
    // Still compiles, and gives three times: the learner's own is called.
    let wrong = try #require(course.read("Solutions/01-double/Exercise.swift"))
      .replacingOccurrences(of: "x + x\n", with: "x + x + x\n")
    try course.write(wrong, to: "Lessons/01-double/Exercise.swift")
    #expect(try course.run("check", "2").status == 1)
    // With --file the earlier ones are the solutions'.
    let file = "Solutions/02-scale/Exercise.swift"
    #expect(try course.run("check", "2", "--file", file).status == 0)
  }
}

@Suite("Wrong usage")
struct UsageTests {
  @Test(arguments: ["99", "softmaxx", "-1"])
  func unknownLessons(_ name: String) throws {
    let course = try ToyCourse()
    let answer = try course.run("check", name)
    #expect(answer.status == 2)
    #expect(!answer.errors.isEmpty)
    #expect(answer.output.isEmpty)
  }

  @Test func unknownCommandsAndOptions() throws {
    let course = try ToyCourse()
    let misspelt = try course.run("chekc", "1")
    #expect(misspelt.status == 2)
    #expect(
      misspelt.errors
        == "course: there is no command chekc; did you mean check?\n")
    #expect(
      try course.run("frobnicate").errors.hasPrefix(
        "course: there is no command frobnicate; there are next, list, "))
    #expect(try course.run("check", "1", "--nope").status == 2)
    #expect(try course.run("--help").status == 0)
    for arguments in [["check", "--help"], ["help", "check"]] {
      let help = try course.run(arguments)
      #expect(help.status == 0)
      #expect(help.output.hasPrefix("OVERVIEW: Grade exercise N"))
    }
  }

  @Test func filesThatAreNone() throws {
    let course = try ToyCourse()
    try course.write("", to: "Empty.swift")
    try Data([0x7f, 0x45, 0x4c, 0x46, 0, 0xff]).write(
      to: URL(filePath: course.path("Binary.swift")))
    try Data(count: 50 << 20).write(
      to: URL(filePath: course.path("Huge.swift")))
    let expected = [
      "Missing.swift": "there is no file", "Empty.swift": "is empty",
      "Binary.swift": "is not text", "Huge.swift": "has 50 MiB",
      "Lessons": "there is no file",
    ]
    for (name, words) in expected {
      let answer = try course.run("check", "1", "--file", name)
      #expect(answer.status == 2, "\(name)")
      #expect(answer.errors.contains(words), "\(answer.errors)")
      #expect(answer.errors.split(separator: "\n").count == 1)
    }
  }
}

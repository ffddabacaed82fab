import Testing

@Suite("verify --mutants, as a program")
struct VerifyMutantsTests {
  private let place = "Solutions/01-double/Exercise.swift"

  /// The checks never draw more than five numbers: of what happens then they
  /// know nothing.
  private func blindCourse() throws -> ToyCourse {
    let course = try ToyCourse()
    let text = try #require(course.read(place))
    try course.write(
      text.replacing(
        "  x + x\n", with: "  if x.count > 9 { return x }\n  return x + x\n"),
      to: place)
    return course
  }

  @Test func aMutantThatNoCheckSeesIsAFinding() throws {
    let course = try blindCourse()
    let words = ["verify", "1", "--mutants", "--function", "double"]
    let answer = try course.run(words + ["--seeds", "2"])
    #expect(answer.status == 1, "\(answer.errors)")
    let lines = answer.output.split(separator: "\n").map(String.init)
    #expect(
      lines.contains(
        "\(place):5: double(_:): if x.count > 9 { return x } ⇒ "
          + "if x.count > 10 { return x } passes with seeds 1, 2; vary the "
          + "inputs, or list it in mutants.yaml with the reason"),
      "\(answer.output)")
    // What is seen is none, and neither is what another function would be.
    #expect(!answer.output.contains("⇒ return x * x"))
    #expect(!answer.output.contains("total(of:)"))
    #expect(lines.last?.hasPrefix("all functions") == true)
    #expect(answer.errors.contains("changes tried"))
  }

  @Test func aListedMutantIsEqualAndAUselessEntryIsAFinding() throws {
    let course = try blindCourse()
    let first = try course.run("verify", "1", "--mutants", "--seeds", "1")
    #expect(first.status == 1, "\(first.errors)")
    var list = ""
    for line in first.output.split(separator: "\n") {
      guard
        let found = line.firstMatch(of: #/: (\w+\(.*?\)): (.+) ⇒ (.+) passes/#)
      else { continue }
      list += """
        - function: '\(found.1)'
          was: '\(found.2)'
          is: '\(found.3)'
          because: No check of this course draws so many.

        """
    }
    let useless = """
      - function: 'double(_:)'
        was: return x + x
        is:
          - return x * x
          - return x / x
        because: It is not.

      """
    let file = "Lessons/01-double/mutants.yaml"
    try course.write(useless + list, to: file)
    let second = try course.run("verify", "1", "--mutants", "--seeds", "1")
    #expect(second.status == 1, "\(second.errors)")
    let findings = second.output.split(separator: "\n").filter {
      $0.contains("; ")
    }
    #expect(
      findings
        == ["*", "/"].map {
          "\(file):1: double(_:): no mutant return x + x ⇒ return x \($0) x "
            + "passes; remove the entry"
        })
    #expect(second.output.hasSuffix("100.0%\n"), "\(second.output)")
  }

  @Test func aSampleIsTheSameEachTime() throws {
    let course = try ToyCourse()
    let words = ["verify", "1", "--mutants", "--sample", "2", "--seeds", "1"]
    let answer = try course.run(words)
    #expect(answer.output.contains("all functions        4"), "\(answer)")
    #expect(try course.run(words).output == answer.output)
    #expect(
      try course.run(["verify", "1", "--mutants", "--function", "no"]).status
        == 2)
  }

  @Test func itIsPrintedWhatALearnerIsTold() throws {
    let answer = try ToyCourse().run(
      "verify", "1", "--mutants", "--function", "double", "--sample", "3",
      "--seeds", "1", "--told")
    let told = answer.output.matches(
      of: #/ ⇒ .*\n    (mistake|relation|reason|nothing)/#)
    let total = try #require(
      answer.output.firstMatch(
        of:
          #/(\d+) killed: (\d+) are.*?, (\d+) a rel.*?, (\d+) the.*?, (\d+) no/#
      ), "\(answer)")
    let counts = [total.2, total.3, total.4, total.5].compactMap { Int($0) }
    #expect(counts.reduce(0, +) == 3 && Int(total.1) == 3)
    #expect(told.count == 3, "\(answer.output)")
    // Not all three can be wrong for no reason that the verdict knows.
    #expect(counts.prefix(3).reduce(0, +) > 0)
  }
}

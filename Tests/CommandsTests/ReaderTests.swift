import Foundation
import Testing

@Suite("hint")
struct HintTests {
  private func copy(_ attack: String, to course: ToyCourse) throws {
    try course.write(
      String(
        contentsOfFile: "\(testFolder)/Attacks/\(attack).swift",
        encoding: .utf8),
      to: "Lessons/01-double/Exercise.swift")
  }

  @Test func hintsFollowWhatFailed() throws {
    let course = try ToyCourse()
    // Nothing was checked: the first function's hints for any reason.
    #expect(try course.run("hint", "1", "--all").output.contains("No hint was"))
    let first = try course.run("hint", "1").output
    #expect(first.contains("Hint 1 of 2 for `double(_:)`"), "\(first)")
    #expect(first.contains("What is twice a number?"))
    #expect(first.contains("Another: swift run course hint 1"))
    // A recognised mistake is another failure: its own hint comes first.
    try copy("SquaresInstead", to: course)
    _ = try course.run("check", "1")
    let own = try course.run("hint", "1").output
    #expect(own.contains("Hint 1 of 3"), "\(own)")
    #expect(own.contains("Add, do not multiply: x + x."))
    // The same failure goes on where it was, also with another seed.
    _ = try course.run("check", "1", "--seed", "7")
    #expect(try course.run("hint", "1").output.contains("Hint 2 of 3"))
    let last = try course.run("hint", "1").output
    #expect(last.contains("That was the last hint"), "\(last)")
    #expect(last.contains("solution 1 --give-up"))
    #expect(try course.run("hint", "1").output == last)
    let all = try course.run("hint", "1", "--all").output
    for number in 1...3 { #expect(all.contains("Hint \(number) of 3")) }
  }

  @Test func aPassNeedsNoHint() throws {
    let course = try ToyCourse()
    try course.solve("01-double")
    _ = try course.run("check", "1")
    #expect(try course.run("hint", "1").output.contains("is passed"))
    // An exercise whose author gave no hints, and the current one by default.
    let none = try course.run("hint")
    #expect(none.status == 0)
    #expect(none.output.contains("There is no hint for `quadruple(_:)`"))
  }

  @Test func whatDoesNotCompileIsExplainedFirst() throws {
    let course = try ToyCourse()
    let file = "Lessons/01-double/Exercise.swift"
    let starter = try #require(course.read(file))
    _ = try course.run("check", "1")
    #expect(try course.run("hint", "1").output.contains("Hint 1 of 2"))
    let broken = starter.replacingOccurrences(
      of: "  notWritten()\n}\n\n///", with: "  twice(x)\n}\n\n///")
    try course.write(broken, to: file)
    _ = try course.run("check", "1")
    // Without words for the error, a hint for its function; it does not count.
    let first = try course.run("hint", "1").output
    #expect(
      first.hasPrefix(
        """
        Exercise 1 does not compile yet. The first error is at line 5:
          cannot find 'twice' in scope

        A hint for `double(_:)`

        """), "\(first)")
    #expect(try course.run("hint", "1").output == first)
    let words =
      "errors:\n  - says: [in scope]\n    means: Look for a misspelling.\n"
      + "torch: {}\nspellings: {}\n"
    try course.write(words, to: "Lessons/compiler.yaml")
    _ = try course.run("check", "1")
    let meaning = try course.run("hint", "1").output
    #expect(
      meaning.contains("in scope\n  Look for a misspelling.\n"), "\(meaning)")
    #expect(!meaning.contains("A hint for"))
    // When it compiles again, the hints go on.
    try course.write(starter, to: file)
    _ = try course.run("check", "1")
    #expect(try course.run("hint", "1").output.contains("Hint 2 of 2"))
  }

  /// A pass and then an error: the error is what helps.
  @Test func anErrorAfterAPass() throws {
    let course = try ToyCourse()
    try course.solve("01-double")
    _ = try course.run("check", "1")
    try course.write(
      "import Tensors\nlet a: Int = \"b\"\n",
      to: "Lessons/01-double/Exercise.swift")
    _ = try course.run("check", "1")
    let hint = try course.run("hint", "1").output
    #expect(hint.contains("The first error is at line 2:"), "\(hint)")
    #expect(!hint.contains("A hint for"))
  }
}

@Suite("diff")
struct DiffTests {
  @Test func againstTheStarterAndTheSnapshotBefore() throws {
    let course = try ToyCourse()
    let file = "Lessons/01-double/Exercise.swift"
    #expect(try course.run("diff", "1").output.contains("No difference"))
    #expect(try course.run("diff", "1", "--snapshot").status == 1)
    _ = try course.run("check", "1")
    try course.solve("01-double")
    let expected = try course.shell(
      "diff -u Lessons/01-double/Starter.swift \(file)")
    let shown = try course.run("diff", "1")
    #expect(shown.status == 0)
    // All but the two lines of names, which have times there.
    func body(_ text: String) -> [Substring] {
      Array(text.split(separator: "\n").dropFirst(2))
    }
    #expect(body(shown.output) == body(expected.output))
    #expect(
      try body(course.run("diff", "1", "--snapshot").output)
        == body(expected.output))
    let words = try course.run("diff", "1", "--plain").output
    #expect(words.contains("removed:   notWritten()"), "\(words)")
  }
}

@Suite("run")
struct RunTests {
  @Test func whatDiffersFromTheLessonIsSaid() throws {
    let course = try ToyCourse()
    let lesson = try #require(course.read("Lessons/01-double/lesson.md"))
    try course.write(
      lesson.replacingOccurrences(of: "\n6.0\n", with: "\n7.0\n"),
      to: "Lessons/01-double/lesson.md")
    let answer = try course.run("run", "1")
    #expect(answer.status == 0)
    #expect(
      answer.output
        == "cell twice\n  6.0\n  This differs from the lesson's output:\n"
        + "    7.0\n")
  }

  @Test func someCellsRunTheReadersFunctions() throws {
    let course = try ToyCourse()
    let lesson = try #require(course.read("Lessons/01-double/lesson.md"))
    // Before the others in the text; it runs after them.
    let mine = """
      ```swift cell=mine yours
      print(double(Tensor([three])))
      ```

      ```output
      [6.0]
      ```

      ```swift cell=twice
      """
    try course.write(
      lesson.replacingOccurrences(of: "```swift cell=twice", with: mine),
      to: "Lessons/01-double/lesson.md")
    let unwritten = try course.run("run", "1")
    #expect(unwritten.status == 0)
    #expect(
      unwritten.output.hasPrefix(
        "cell twice\n  6.0\ncell mine\ndouble(_:) is not written yet"))

    try course.solve("01-double")
    let solved = try course.run("run", "1")
    #expect(solved.output == "cell twice\n  6.0\ncell mine\n  [6.0]\n")

    let file = "Lessons/01-double/Exercise.swift"
    let solution = try #require(course.read(file))
    try course.write(
      solution.replacingOccurrences(of: "x + x", with: "x * x"), to: file)
    #expect(
      try course.run("run", "1").output.contains(
        "  [9.0]\n  This differs from the lesson's output:\n    [6.0]"))

    try course.write("this is no Swift", to: file)
    let broken = try course.run("run", "1")
    #expect(broken.status == 0)
    #expect(broken.output.hasPrefix("cell twice\n  6.0\n"))
    #expect(broken.output.contains("swift run course check 1"))
  }

  @Test func limitsAreKept() throws {
    let course = try ToyCourse()
    let lesson = try #require(course.read("Lessons/01-double/lesson.md"))
    for (code, seconds, words) in [
      ("while true {}", "1", "it did not finish within 1 s"),
      ("while true { print(three, three, three) }", "60", "more than 4 MiB"),
      (
        "print(Array(repeating: three, count: 1 << 33).count)", "60",
        "cell `twice`"
      ),
    ] {
      try course.write(
        lesson.replacingOccurrences(of: "print(three + three)", with: code),
        to: "Lessons/01-double/lesson.md")
      let answer = try course.run("run", "1", "--seconds", seconds)
      #expect(answer.status == 1)
      let text = answer.output.suffix(300)
      #expect(text.contains(words), "\(text)")
    }
  }
}

#if os(Linux)
extension RunTests {
  @Test func nothingOutlivesTheCourse() throws {
    let course = try ToyCourse()
    let lesson = try #require(course.read("Lessons/01-double/lesson.md"))
    try course.write(
      lesson.replacingOccurrences(
        of: "print(three + three)", with: "while true {}"),
      to: "Lessons/01-double/lesson.md")
    let answer = try course.shell(
      """
      "$COURSE" run 1 > began & course=$!
      until grep -q cell began; do sleep 0.1; done
      read child < /proc/$course/task/$course/children
      kill -KILL $course
      for turn in $(seq 200); do
        # Who has ended may still be waited for.
        if ! grep -q '^State:.[^Z]' /proc/${child:?}/status 2>/dev/null; then
          echo gone
          break
        fi
        sleep 0.1
      done
      """)
    #expect(answer.output == "gone\n", "\(answer.output)\(answer.errors)")
  }
}
#endif

extension ToyCourse {
  /// Adds a lesson with every kind of block in it.
  func addEverything() throws {
    try FileManager.default.createDirectory(
      atPath: path("Lessons/03-everything"), withIntermediateDirectories: true)
    try FileManager.default.copyItem(
      atPath: "\(testFolder)/Golden/everything.md",
      toPath: path("Lessons/03-everything/lesson.md"))
  }
}

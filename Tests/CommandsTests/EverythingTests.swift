import Foundation
import Testing

@Suite("A lesson with everything in it, on every kind of screen")
struct EverythingTests {
  @Test(arguments: [40, 80, 120])
  func golden(width: Int) throws {
    let course = try ToyCourse()
    try course.addEverything()
    let columns = ["COLUMNS": "\(width)", "LC_ALL": "C.UTF-8"]
    let name = "everything-\(width)"
    try expectGolden(
      name, course.run("read", "3", environment: columns).output)
    let plain = try course.run("read", "3", "--plain", environment: columns)
    try expectGolden(name + "-plain", plain.output)
    let ascii = try course.run(
      "read", "3", environment: ["COLUMNS": "\(width)", "LC_ALL": "C"])
    try expectGolden(name + "-ascii", ascii.output)
    let terminal =
      "{ sleep 2; printf q; } | script -qec 'stty cols \(width); \"$COURSE\" read 3 --no-pager' "
      + "/dev/null | tr -d '\\r'"
    let colors = ["TERM": "xterm-256color", "LC_ALL": "C.UTF-8"]
    let colored = try course.shell(terminal, environment: colors).output
    try expectGolden(name + "-colored", colored)
    // The colors change nothing but the colors.
    let escapes = try Regex("\u{1B}\\[[0-9;]*m")
    let inPipe = try course.run("read", "3", environment: columns).output
    #expect(
      colored.replacing(escapes, with: "")
        == inPipe.replacingOccurrences(of: "`", with: ""))
  }

  @Test func drawingsAreASCIIWhereTheLocaleIs() throws {
    let course = try ToyCourse()
    for arguments in [["list"], ["check", "1"], ["doctor"], ["run", "1"]] {
      let text = try answer(
        of: buildFolder + "/toy-course", arguments, in: course.root,
        environment: ["LC_ALL": "POSIX"]
      ).output
      #expect(text.utf8.allSatisfy { $0 < 0x80 }, "\(text)")
    }
  }

  @Test func plainPagesDrawNothing() throws {
    let course = try ToyCourse()
    try course.addEverything()
    let wrong = "\(testFolder)/Attacks/SquaresInstead.swift"
    try course.write(
      String(contentsOfFile: wrong, encoding: .utf8),
      to: "Lessons/01-double/Exercise.swift")
    for line in [
      "", "list", "next", "read 1", "read 3", "check 1", "hint 1", "diff 1",
      "quiz 3", "quiz 3 --answers", "run 1", "data", "data --images",
      "doctor", "reset 1", "undo 1",
    ] {
      let words = line.split(separator: " ").map(String.init) + ["--plain"]
      let text = try answer(
        of: buildFolder + "/toy-course", words, in: course.root,
        environment: ["TERM": "xterm-256color", "COURSE_DATA": sampleFolder]
      ).output
      let drawn = text.unicodeScalars.filter {
        // Boxes, blocks, shapes, marks, braille; and what steers a terminal.
        (0x2190...0x21FF).contains($0.value)
          || (0x2500...0x27BF).contains($0.value)
          || (0x2800...0x28FF).contains($0.value)
          || (0x2300...0x23FF).contains($0.value) || $0.value == 0x2022
          || $0.value == 0x1B || $0.value == 0x0D || $0.value == 0x08
      }
      #expect(drawn.isEmpty, "\(line): \(drawn)")
      #expect(!text.contains("\\frac"))
    }
  }

  /// The first 18 images, and what stands for them in words.
  @Test func imagesAreShown() throws {
    let course = try ToyCourse()
    let data = ["COURSE_DATA": sampleFolder, "COLUMNS": "120"]
    let labels =
      "ankle boot, t-shirt, t-shirt, dress, t-shirt, pullover, sneaker, "
      + "pullover, sandal, sandal, t-shirt, ankle boot, sandal, sandal, "
      + "sneaker, ankle boot, trouser, t-shirt"
    let plain = try course.run(
      "data", "--images", "--plain", environment: data
    ).output
    let told = plain.split(separator: "\n").dropFirst().map {
      String($0.drop { $0 != " " }.dropFirst())
    }
    #expect(told.joined(separator: ", ") == labels)
    #expect(plain.hasPrefix("18 images of 28 by 28 pixels:"))
    try expectGolden(
      "images", course.run("data", "--images", environment: data).output)
    let drawn = try course.shell(
      "{ sleep 2; printf q; } | script -qec '\"$COURSE\" data --images' /dev/null",
      environment: data.merging(["TERM": "xterm-256color"]) { $1 }
    ).output
    #expect(drawn.contains("m▀\u{1B}[0m"))
  }

  private var sampleFolder: String {
    "\(testFolder)/../../Data/fashion-mnist-sample"
  }

  @Test func whatALearnerPrintsIsHarmless() throws {
    let course = try ToyCourse()
    let solution = try #require(
      course.read("Solutions/01-double/Exercise.swift"))
    try course.write(
      solution.replacingOccurrences(
        of: "  x + x\n",
        with: "  print(\"\\u{1B}]0;mine\\u{7}\\u{1B}[2Jgone\\u{9B}31m\")\n"
          + "  return x + x\n"),
      to: "Lessons/01-double/Exercise.swift")
    let terminal = "script -qec '\"$COURSE\" check 1' /dev/null"
    let shown = try course.shell(
      terminal, environment: ["TERM": "xterm-256color"]
    ).output
    #expect(shown.contains("␛]0;mine␇␛[2Jgone"), "\(shown)")
    let known = try Regex("\u{1B}\\[[0-9;]*m")
    let rest = shown.replacing(known, with: "").unicodeScalars
    #expect(!rest.contains { $0.value == 0x1B || $0.value == 0x9B })
  }
}

@Suite("Pages printed at once")
struct PrintedTests {
  private func read(
    _ arguments: String, rows: Int, environment: [String: String] = [:]
  ) throws -> String {
    let course = try ToyCourse()
    let line =
      "{ sleep 2; printf q; } | script -qec 'stty cols 80 rows \(rows); \"$COURSE\" read 1 \(arguments)'"
      + " /dev/null | tr -d '\\r'"
    return try course.shell(
      line, environment: ["TERM": "xterm"].merging(environment) { $1 }
    ).output
  }

  @Test func whatFitsOrIsAskedFor() throws {
    for text in try [
      read("", rows: 60), read("--no-pager", rows: 10),
      read("", rows: 10, environment: ["PAGER": "cat"]),
      read("", rows: 10, environment: ["TERM": "dumb"]),
    ] {
      #expect(text.contains("Your turn"), "\(text)")
      #expect(!text.contains("\u{1B}[?1049h"))
    }
    #expect(try read("", rows: 10).contains("\u{1B}[?1049h"))
  }
}

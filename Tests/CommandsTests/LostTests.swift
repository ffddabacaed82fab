import Foundation
import Testing

private let file = "Lessons/01-double/Exercise.swift"

@Suite("No command loses what the learner wrote")
struct LostTests {
  /// The course as a user who may not read everything: as `nobody`, where
  /// these tests run as root, who reads a file of mode 000 like any other.
  private func asUser(
    _ course: ToyCourse, _ words: String
  ) throws -> Answer {
    guard getuid() == 0 else {
      return try course.shell("exec \"$COURSE\" \(words)")
    }
    // A copy: the folder of the build may be closed to others.
    let copy = course.path("course-program")
    if !FileManager.default.fileExists(atPath: copy) {
      try FileManager.default.copyItem(
        atPath: buildFolder + "/toy-course", toPath: copy)
    }
    return try course.shell(
      "chown -R 65534:65534 . && cd . && exec setpriv --reuid=65534 "
        + "--regid=65534 --clear-groups ./course-program \(words)",
      environment: ["HOME": course.root])
  }

  @Test(arguments: ["reset 1", "undo 1", "redo 1", "undo 1 --to 1"])
  func aFileThatCannotBeReadStays(_ command: String) throws {
    let course = try ToyCourse()
    for text in ["// a\n", "// b\n"] {
      try course.write(text, to: file)
      _ = try asUser(course, "check 1")
    }
    if command == "redo 1" { _ = try asUser(course, "undo 1") }
    try course.write("// precious\n", to: file)
    #expect(chmod(course.path(file), 0o000) == 0)
    let answer = try asUser(course, command)
    #expect(answer.status == 3, "\(answer.output)\(answer.errors)")
    #expect(answer.errors.contains("permission denied"), "\(answer.errors)")
    #expect(!answer.errors.contains("Domain="))
    #expect(chmod(course.path(file), 0o600) == 0)
    #expect(course.read(file) == "// precious\n")
  }

  @Test func whatIsUndoneIsRedone() throws {
    let course = try ToyCourse()
    for version in ["V1", "V2", "V3"] {
      try course.write("import Tensors\n// \(version)\n", to: file)
      if version != "V3" { _ = try course.run("check", "1") }
    }
    #expect(try course.run("undo", "1").status == 0)
    #expect(course.read(file)?.contains("V2") == true)
    #expect(try course.run("redo", "1").status == 0)
    #expect(course.read(file)?.contains("V3") == true)
    #expect(try course.run("redo", "1").status == 1)
    #expect(try course.run("undo", "1", "--to", "1").status == 0)
    #expect(course.read(file)?.contains("V1") == true)
    #expect(try course.run("undo", "1", "--to", "9").status == 1)
    #expect(try course.run("undo", "1", "--to", "1", "--list").status == 2)
    let list = try course.run("undo", "1", "--list")
    #expect(list.status == 0)
    let rows = list.output.split(separator: "\n").prefix(3)
    #expect(rows.first?.hasPrefix("▸") == true, "\(list.output)")
    for (row, version) in zip(rows, 1...) {
      // The number, the date and time, the size, and the line.
      let form = "\(version)  20[0-9-]{8} [0-9:]{8}  21 bytes  line 2: // V"
      let pattern = try Regex(form + "\(version)")
      #expect(row.contains(pattern), "\(row)")
    }
  }

  @Test func aLinkStaysALink() throws {
    let course = try ToyCourse()
    try course.write("// mine\n", to: "mine.swift")
    #expect(chmod(course.path("mine.swift"), 0o640) == 0)
    try FileManager.default.removeItem(atPath: course.path(file))
    try FileManager.default.createSymbolicLink(
      atPath: course.path(file), withDestinationPath: "../../mine.swift")
    let starter = course.read("Lessons/01-double/Starter.swift")
    #expect(try course.run("reset", "1").status == 0)
    #expect(course.read("mine.swift") == starter)
    #expect(try course.run("undo", "1").status == 0)
    #expect(course.read("mine.swift") == "// mine\n")
    #expect(
      try course.shell("stat -c %a mine.swift; readlink \(file)").output
        == "640\n../../mine.swift\n")
  }

  @Test func aFolderInTheFilesPlaceIsRefused() throws {
    let course = try ToyCourse()
    try FileManager.default.removeItem(atPath: course.path(file))
    try FileManager.default.createDirectory(
      atPath: course.path(file), withIntermediateDirectories: true)
    for command in ["reset", "undo", "redo", "check", "diff"] {
      let answer = try course.run(command, "1")
      #expect(answer.status == 3, "\(command)")
    }
    #expect(try course.run("reset", "1").errors.contains("it is a folder"))
    #expect(
      try course.shell("test -d \(file) && echo there").output == "there\n")
  }

  @Test func whoHoldsTheLockIsSaid() throws {
    let course = try ToyCourse()
    let answer = try course.shell(
      "flock .course/lock sleep 30 & holder=$!; sleep 0.3; "
        + "\"$COURSE\" reset 1; echo \"held by $holder\"; kill $holder")
    let holder = answer.output.split(separator: " ").last?.dropLast() ?? "?"
    #expect(answer.errors.contains("process \(holder) ("), "\(answer.errors)")
    #expect(answer.errors.contains("kill \(holder)"))
    #expect(!answer.errors.contains("remove"))
  }
}

@Suite("What is no regular file is refused at once")
struct SpecialFileTests {
  private func refused(
    _ course: ToyCourse, _ words: String...,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let start = ContinuousClock.now
    let answer = try course.shell(
      "exec timeout 20 \"$COURSE\" \(words.joined(separator: " "))")
    #expect(
      ContinuousClock.now - start < .seconds(3), sourceLocation: sourceLocation)
    #expect([2, 3].contains(answer.status), sourceLocation: sourceLocation)
    #expect(
      answer.errors.contains("pipe or a device")
        || answer.errors.contains("something else"),
      "\(answer.output)\(answer.errors)", sourceLocation: sourceLocation)
  }

  /// Puts a pipe, or a link to an endless device, in a file's place.
  private func replace(
    _ name: String, in course: ToyCourse, by make: String
  )
    throws
  {
    _ = try course.shell("rm -rf \(name); \(make) \(name)")
  }

  @Test(arguments: ["mkfifo", "ln -s /dev/zero"])
  func everywhere(_ make: String) throws {
    let course = try ToyCourse()
    try replace("other.swift", in: course, by: make)
    try refused(course, "check", "1", "--file", "other.swift")
    try replace(file, in: course, by: make)
    try refused(course, "check", "1")
    try refused(course, "reset", "1")
    try refused(course, "undo", "1")
    try replace(".course/progress.json", in: course, by: make)
    try refused(course, "list")
    _ = try course.shell("rm .course/progress.json; mkdir data")
    try replace("data/train-images-idx3-ubyte.gz", in: course, by: make)
    try replace("data/train-labels-idx1-ubyte.gz", in: course, by: make)
    try refused(course, "data", "--data", "data")
    let lesson = "Lessons/01-double/lesson.md"
    try replace(lesson, in: course, by: make)
    try refused(course, "read", "1")
    #expect(try course.run("list").errors.contains("\(lesson):1:"))
  }

  @Test func aBombInFrontMatterIsRefused() throws {
    let course = try ToyCourse()
    var bomb = "---\nid: double\na: &a [x,x,x,x,x,x,x,x,x]\n"
    for (one, next) in zip("abcdefgh", "bcdefghi") {
      let names = Array(repeating: "*\(one)", count: 9).joined(separator: ",")
      bomb += "\(next): &\(next) [\(names)]\n"
    }
    try course.write(bomb + "---\n# X\n", to: "Lessons/01-double/lesson.md")
    for command in ["list", "read 1"] {
      let start = ContinuousClock.now
      let answer = try course.shell(
        "ulimit -v 4000000; exec timeout 20 \"$COURSE\" \(command)")
      #expect(ContinuousClock.now - start < .seconds(3))
      #expect(
        answer.errors.contains("Lessons/01-double/lesson.md:4: an alias"),
        "\(answer.errors)")
    }
  }
}

@Suite("A checkout whose lines end as Windows ends them")
struct LineEndTests {
  /// The toy course, every file with these line ends.
  private func course(_ ending: String) throws -> ToyCourse {
    let course = try ToyCourse()
    for folder in ["01-double", "02-scale"] {
      for name in ["Exercise.swift", "Starter.swift", "lesson.md"] {
        try convert("Lessons/\(folder)/\(name)", to: ending, in: course)
      }
    }
    return course
  }

  private func convert(
    _ name: String, to ending: String, in course: ToyCourse
  ) throws {
    let text = try #require(course.read(name))
    try course.write(
      text.components(separatedBy: "\n").joined(separator: ending), to: name)
  }

  @Test(arguments: ["\r\n", "\r"])
  func readsLikeAnyOther(_ ending: String) throws {
    let course = try course(ending)
    #expect(try course.run("next").output.contains("Twice 3 is 6"))
    #expect(try course.run("check", "1").output.contains("not written yet"))
    #expect(try course.run("diff", "1").output.contains("No difference"))
    // The starter of an exercise before, whichever file was converted.
    for name in ["Exercise.swift", "Starter.swift"] {
      let plain = try ToyCourse()
      try convert("Lessons/01-double/\(name)", to: ending, in: plain)
      #expect(try plain.run("diff", "1").output.contains("No difference"))
      let answer = try plain.run("check", "2")
      #expect(answer.status == 1)
      #expect(
        answer.output.contains("swift run course check 1"), "\(answer.output)")
    }
  }

  @Test(arguments: ["\r\n", "\r"])
  func aCompileErrorShowsItsLineAndCaret(_ ending: String) throws {
    let course = try course(ending)
    try course.write(
      ["import Tensors", "", "let x: Int = \"a\"", ""].joined(
        separator: ending), to: file)
    let answer = try course.run("check", "1")
    #expect(answer.output.contains("\(file):3:14: error:"))
    let rows = answer.output.split(separator: "\n")
    let shown = try #require(rows.firstIndex { $0.contains("3 │ let x") })
    #expect(rows[shown].hasSuffix("let x: Int = \"a\""))
    let caret = String(repeating: " ", count: 13) + "^"
    #expect(rows[shown + 1].hasSuffix("│ " + caret), "\(rows[shown + 1])")
    let json = try course.run("check", "1", "--json").json()
    let diagnostics = json["diagnostics"] as? [[String: Any]]
    #expect(diagnostics?.first?["line"] as? Int == 3)
  }

  @Test func diffComparesLines() throws {
    let course = try course("\r\n")
    let text = try #require(course.read(file))
    try course.write(
      text.replacingOccurrences(of: "/// The sum of the labels.", with: "//"),
      to: file)
    let rows = try course.run("diff", "1").output.split(separator: "\n")
    let changed = rows.dropFirst(2).filter {
      $0.hasPrefix("+") || $0.hasPrefix("-")
    }
    #expect(changed == ["-/// The sum of the labels.", "+//"])
  }

  @Test func whatIsPrintedWithThemIsLines() throws {
    let course = try ToyCourse()
    let solution = try #require(
      course.read("Solutions/01-double/Exercise.swift"))
    let printing = "  print(\"first\\r\\nsecond\\r\")\n  return x + x"
    try #require(solution.contains("  x + x"))
    try course.write(
      solution.replacingOccurrences(of: "  x + x", with: printing),
      to: file)
    let rows = try course.run("check", "1").output.split(separator: "\n")
    #expect(rows.contains("  first"), "\(rows)")
    #expect(rows.contains("  second"), "\(rows)")
  }

  @Test func undoBringsTheBytesBack() throws {
    let course = try course("\r\n")
    try course.solve("01-double")
    try convert(file, to: "\r\n", in: course)
    let mine = "\u{FEFF}" + (course.read(file) ?? "")
    try course.write(mine, to: file)
    #expect(try course.run("check", "1").status == 0)
    #expect(try course.run("reset", "1").status == 0)
    #expect(try course.run("undo", "1").status == 0)
    let bytes = FileManager.default.contents(atPath: course.path(file))
    #expect(bytes == Data(mine.utf8))
    #expect(try course.run("undo", "1").status == 1)
  }
}

import Foundation
import Testing

@Suite("What is outside the exercise")
struct EnvironmentTests {
  @Test func noCompiler() throws {
    let course = try ToyCourse()
    let answer = try course.run(
      "check", "1", "--json", environment: ["PATH": "/nowhere"])
    #expect(answer.status == 3)
    let report = try answer.json()
    #expect(report["status"] as? String == "grader_error")
    #expect((report["message"] as? String)?.contains("no swiftc") == true)
    #expect((report["checks"] as? [Any])?.count == 3)
    let doctor = try course.run("doctor", environment: ["PATH": "/nowhere"])
    #expect(doctor.status == 3)
    #expect(doctor.output.contains("no Swift compiler"))
  }

  @Test func noLibrary() throws {
    let course = try ToyCourse()
    try FileManager.default.copyItem(
      atPath: buildFolder + "/toy-course", toPath: course.path("alone"))
    let answer = try course.shell("./alone check 1 --json")
    #expect(answer.status == 3)
    #expect(answer.output.contains("the library is not built"))
  }

  @Test func aCheckoutThatCannotBeWritten() throws {
    let course = try ToyCourse()
    try course.solve("01-double")
    // A file in the folder's place stops even an administrator.
    try FileManager.default.removeItem(atPath: course.path(".course"))
    try course.write("", to: ".course")
    let answer = try course.run("check", "1")
    #expect(answer.status == 0, "\(answer.errors)")
    #expect(answer.errors.contains("the result was not recorded"))
    #expect(course.read(".course") == "")
    #expect(try course.run("next").status == 0)
  }

  // A limit on the size of files stops a write in its middle, as a full disk
  // does.
  @Test func aDiskThatIsFull() throws {
    let course = try ToyCourse()
    try course.solve("01-double")
    _ = try course.run("check", "1")
    // A progress file of more than the limit, with room for one more entry.
    let entries = (0..<100).map {
      "\"lesson-\($0)\": {\"attempts\": 1, \"snapshots\": [], \"position\": -1}"
    }
    try course.write(
      "{\"version\": 1, \"exercises\": {\(entries.joined(separator: ", "))}}",
      to: ".course/progress.json")
    let before = course.read(".course/progress.json")
    let answer = try course.shell(
      "trap '' XFSZ; ulimit -f 1; exec \"$COURSE\" check 1 2>&1 | cat")
    #expect(answer.output.contains("not recorded"), "\(answer.output)")
    #expect(course.read(".course/progress.json") == before)
    let left = try FileManager.default.contentsOfDirectory(
      atPath: course.path(".course"))
    #expect(!left.contains { $0.hasSuffix(".tmp") })
  }

  @Test func twoChecksAtOnce() throws {
    let course = try ToyCourse()
    try course.solve("01-double")
    try course.write(
      course.read("Lessons/01-double/Exercise.swift")! + "// \(UUID())\n",
      to: "Lessons/01-double/Exercise.swift")
    let answer = try course.shell(
      "\"$COURSE\" check 1 >a & \"$COURSE\" check 1 >b & wait; cat a b")
    #expect(
      answer.output.components(separatedBy: "all 3 checks passed").count == 3,
      "\(answer.output)\(answer.errors)")
    let progress = try #require(course.read(".course/progress.json"))
    #expect(progress.contains("\"attempts\" : 2"), "\(progress)")
  }

  @Test func aJournalOfANewerVersion() throws {
    let course = try ToyCourse()
    try course.write("{\"version\": 99}", to: ".course/progress.json")
    for arguments in ["list", "next"] {
      let answer = try course.run(arguments)
      #expect(answer.status == 3)
      #expect(answer.errors.hasPrefix("course: "))
      #expect(answer.errors.contains("newer version"))
    }
    #expect(course.read(".course/progress.json") == "{\"version\": 99}")
  }

  @Test func outsideAnyCourse() throws {
    let course = try ToyCourse()
    try FileManager.default.copyItem(
      atPath: buildFolder + "/toy-course", toPath: course.path("alone"))
    try FileManager.default.removeItem(atPath: course.path("Lessons"))
    let answer = try course.shell("./alone next")
    #expect(answer.status == 3)
    #expect(answer.errors.contains("no course here"))
  }

  @Test func aDamagedProgressFile() throws {
    let course = try ToyCourse()
    try course.write("{\"version\": 1, \"exer", to: ".course/progress.json")
    let answer = try course.run("list")
    #expect(answer.status == 0)
    #expect(answer.errors.contains("was damaged"))
    #expect(
      course.read(".course/progress.damaged-1.json")
        == "{\"version\": 1, \"exer")
  }

  @Test func aDamagedDataSetIsNamed() throws {
    let course = try ToyCourse()
    try FileManager.default.createDirectory(
      atPath: course.path("data"), withIntermediateDirectories: true)
    try course.write("not gzip", to: "data/train-images-idx3-ubyte.gz")
    for (arguments, environment) in [
      (["data", "--data", "data"], [:]), (["data"], ["COURSE_DATA": "data"]),
    ] {
      let answer = try answer(
        of: buildFolder + "/toy-course", arguments, in: course.root,
        environment: environment)
      #expect(answer.status == 3)
      #expect(answer.errors.contains("train-images-idx3-ubyte.gz"))
      #expect(answer.output.isEmpty)
    }
  }
}

@Suite("What an author is told")
struct AuthorTests {
  @Test func brokenFrontMatter() throws {
    let course = try ToyCourse()
    try course.write(
      "---\nid: [\n---\n# X\n", to: "Lessons/01-double/lesson.md")
    let answer = try course.run("check", "1")
    #expect(answer.status == 3)
    #expect(answer.errors.contains("Lessons/01-double/lesson.md:"))
    #expect(try course.run("read", "2").status == 0)
  }

  @Test(arguments: ["lesson.md", "feedback.yaml"])
  func whoReadsJSONGetsAnObject(_ file: String) throws {
    let course = try ToyCourse()
    try course.write("---\nid: [\n---\n# X\n", to: "Lessons/01-double/\(file)")
    let answer = try course.run("check", "1", "--json")
    #expect(answer.status == 3)
    let report = try answer.json()
    #expect(report["status"] as? String == "grader_error")
    let message = try #require(report["message"] as? String)
    #expect(message.contains("Lessons/01-double/\(file):"), "\(message)")
  }

  @Test func anUnknownFunction() throws {
    let course = try ToyCourse()
    let lesson = try #require(course.read("Lessons/01-double/lesson.md"))
    try course.write(
      lesson.replacingOccurrences(of: "total(of", with: "sum(of"),
      to: "Lessons/01-double/lesson.md")
    let answer = try course.run("check", "1")
    #expect(answer.status == 3)
    #expect(
      answer.errors.contains(
        "Lessons/01-double/lesson.md:7: the check sums is of total(of:)"),
      "\(answer.errors)")
  }

  @Test func missingChecks() throws {
    let course = try ToyCourse()
    let lesson = try #require(course.read("Lessons/02-scale/lesson.md"))
    try course.write(
      lesson.replacingOccurrences(of: "id: scale", with: "id: other"),
      to: "Lessons/02-scale/lesson.md")
    let answer = try course.run("check", "2")
    #expect(answer.status == 3)
    #expect(answer.errors.contains("Lessons/02-scale/lesson.md"))
    #expect(answer.errors.contains("no checks"))
  }
}

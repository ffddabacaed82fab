import Classes
import Foundation
import Testing

@Suite("The autograder for Gradescope")
struct GradescopeTests {
  private let autograder = GradescopeAutograder(
    repository: "https://example.com/it's/course", commit: "abc123",
    exercises: [2, 3], settings: "exercises:\n  3:\n    hidden: [overflow]\n")

  @Test func itsArchiveUnpacks() throws {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "autograder-\(UInt64.random(in: 0...UInt64.max))")
    try FileManager.default.createDirectory(
      at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let archive = folder.appending(path: "autograder.zip")
    try Data(autograder.archive).write(to: archive)
    let taken = try shell(
      "cd \(folder.path) && (unzip -q autograder.zip || python3 -m zipfile "
        + "-e autograder.zip .) && bash -n setup.sh && bash -n run_autograder"
        + " && cat class.yml")
    #expect(taken.status == 0, "\(taken.output)")
    #expect(taken.output.contains("hidden: [overflow]"))
  }

  @Test func aFailureIsNoScore() throws {
    let script = try #require(
      autograder.files.first { $0.name == "run_autograder" }?.text)
    // Its steps with other folders, and a course that fails.
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "autograder-\(UInt64.random(in: 0...UInt64.max))").path
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let here =
      script
      .replacingOccurrences(of: "/autograder", with: "\(folder)/autograder")
      .replacingOccurrences(of: "/opt/course", with: "\(folder)/course")
    try FileManager.default.createDirectory(
      atPath: "\(folder)/autograder/submission",
      withIntermediateDirectories: true)
    try FileManager.default.createDirectory(
      atPath: "\(folder)/course", withIntermediateDirectories: true)
    try "#!/bin/sh\nexit 3\n".write(
      toFile: "\(folder)/course/course", atomically: true, encoding: .utf8)
    try here.write(
      toFile: "\(folder)/run", atomically: true, encoding: .utf8)
    _ = try shell("chmod +x \(folder)/course/course; bash \(folder)/run")
    let results = try Data(
      contentsOf: URL(
        filePath: "\(folder)/autograder/results/results.json"))
    let json = try #require(
      try JSONSerialization.jsonObject(with: results) as? [String: Any])
    #expect(json["score"] == nil)
    #expect(json["output"] is String)

    // One that writes a result has it taken, whole.
    let report = try reportJSON(GradescopeResults([sample()]))
    try report.write(
      toFile: "\(folder)/made", atomically: true, encoding: .utf8)
    try """
    #!/bin/sh
    while [ $# -gt 1 ]; do
      if [ "$1" = --out ]; then out=$2; fi
      shift
    done
    mkdir -p "$out/students"
    cp \(folder)/made "$out/students/s1.gradescope.json"
    """.write(
      toFile: "\(folder)/course/course", atomically: true, encoding: .utf8)
    _ = try shell("bash \(folder)/run")
    #expect(
      try String(
        contentsOfFile: "\(folder)/autograder/results/results.json",
        encoding: .utf8) == report)
  }

  @Test(arguments: hostileTexts)
  func reportsHaveHarmlessNames(id: String) throws {
    for (name, _) in try studentReports([sample(student: id)]) {
      #expect(!name.hasPrefix(".") && !name.hasPrefix("-"))
      #expect(name.utf8.count < 100)
      #expect(
        name.utf8.allSatisfy {
          $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "/")
        }, "\(name)")
    }
  }

  @Test func noTwoStudentsShareAFile() {
    let names = hostileTexts.map {
      fileName(of: Student(id: $0, name: "n"))
    }
    #expect(Set(names).count == hostileTexts.count)
  }

  private func shell(
    _ command: String
  ) throws -> (status: Int32, output: String) {
    let process = Process()
    let pipe = Pipe()
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = ["-c", command]
    process.standardOutput = pipe
    process.standardError = pipe
    try process.run()
    let output = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (
      process.terminationStatus, String(decoding: output, as: UTF8.self)
    )
  }
}

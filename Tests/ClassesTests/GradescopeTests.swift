import Foundation
import Grading
import Testing

@testable import Classes

@Suite("The autograder for Gradescope")
struct GradescopeTests {
  private let autograder = GradescopeAutograder(
    repository: "https://example.com/it's/course", commit: "abc123",
    exercises: [2, 3], settings: "exercises:\n  3:\n    hidden: [overflow]\n")

  @Test func itsArchiveUnpacks() throws {
    let zip = ZipFile(autograder.archive, limits: IntakeLimits())
    let folder = try TemporaryFolder()
    for entry in try zip.entries() {
      try folder.write(
        try zip.content(of: entry, atMost: 1 << 20), to: entry.path)
    }
    #expect(
      folder.names(in: "") == ["class.yml", "run_autograder", "setup.sh"])
    #expect(folder.read("class.yml")?.contains("hidden: [overflow]") == true)
    let run = try shell(
      "cd \"$1\" && bash -n setup.sh && bash -n run_autograder", folder.path)
    #expect(run.exitStatus == 0, "\(run.errors)")
  }

  @Test func itHoldsNoPassword() throws {
    let autograder = GradescopeAutograder(
      repository: "https://me:secret@example.com/a@b/course", commit: "abc123",
      exercises: [3])
    let setup = try #require(autograder.files.first { $0.name == "setup.sh" })
    #expect(setup.text.contains("git clone 'https://example.com/a@b/course'"))
    #expect(autograder.files.allSatisfy { !$0.text.contains("secret") })
  }

  @Test func aFailureIsNoScore() throws {
    let script = try #require(
      autograder.files.first { $0.name == "run_autograder" }?.text)
    let folder = try TemporaryFolder()
    try folder.write("", to: "autograder/submission/Exercise.swift")
    // Its steps in other folders.
    let place = folder.path
    try folder.write(
      script.replacing("/autograder/", with: "\(place)/autograder/")
        .replacing("/opt/course", with: "\(place)/course"), to: "run")
    let results = "autograder/results/results.json"

    // A course that fails leaves no score.
    try folder.write("#!/bin/sh\nexit 3\n", to: "course/course")
    try shell("chmod +x \"$1/course/course\"; bash \"$1/run\"", place)
    let data = Data(try #require(folder.read(results)).utf8)
    let json = try #require(
      try JSONSerialization.jsonObject(with: data) as? [String: Any])
    #expect(json["score"] == nil)
    #expect(json["output"] is String)

    // One that writes a result has it taken, whole.
    let report = try reportJSON(GradescopeResults([sample()]))
    try folder.write(report, to: "made")
    try folder.write(
      """
      #!/bin/sh
      while [ $# -gt 1 ]; do
        if [ "$1" = --out ]; then out=$2; fi
        shift
      done
      mkdir -p "$out/reports/students"
      cp "\(place)/made" "$out/reports/students/s1.gradescope.json"

      """, to: "course/course")
    try shell("chmod +x \"$1/course/course\"; bash \"$1/run\"", place)
    #expect(folder.read(results) == report)
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
}

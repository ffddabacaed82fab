import Classes
import Foundation
import Grading
import Testing

#if os(Linux)
/// What can happen to a grader, or to the disk under it.
@Suite("Faults", .serialized, .needsBubblewrap)
struct FaultTests {
  /// Killed at any moment and run again, a grader loses no result, tears none,
  /// and leaves no process behind.
  @Test func aGraderCanBeKilledAtAnyMoment() throws {
    let folder = try TemporaryFolder()
    let right = try solution()
    for number in 0..<8 {
      let text =
        number % 4 == 3 ? "no Swift \(number)" : "// \(number)\n" + right
      try folder.write(text, to: "in/s\(number).swift")
    }
    let out = folder.path + "/out"
    // Where it compiles and runs, to tell its processes from others.
    try folder.write("", to: "tmp/empty")
    var seen: Set<String> = []
    let isThorough = ProcessInfo.processInfo.environment["THOROUGH"] != nil
    for round in 0..<(isThorough ? 20 : 5) {
      let delay = Double.random(in: 0.5...4)
      let run = try shell(
        """
        cd "$1"; "$2" grade "$3" --exercise 3 --out "$4" 2>/dev/null &
        sleep "$5"; kill -9 $! 2>/dev/null; wait $! 2>/dev/null; exit 0
        """, packageFolder, buildFolder + "/course-class", folder.path + "/in",
        out, "\(delay)", environment: ["TMPDIR": folder.path + "/tmp"])
      #expect(run.exitStatus == 0)
      let now = Set(folder.names(in: "out/results")).filter {
        $0.hasSuffix(".json")
      }
      #expect(now.isSuperset(of: seen), "round \(round)")
      seen = now
      // Each is whole.
      if !now.isEmpty { _ = try results(in: out) }
    }
    let last = try course(
      "grade", folder.path + "/in", "--exercise", "3", "--out", out)
    #expect(last.exitStatus == 0, "\(last.errors)")
    #expect(folder.names(in: "out/results").count == 8)
    #expect(
      try results(in: out).values.filter { $0.verdict == .passed }.count == 6)
    let left = try shell("ps -eo args | grep -c \"$1/tm[p]\"", folder.path)
    #expect(left.text == "0\n")
  }

  @Test func aFullDiskIsToldAndLosesNothing() throws {
    let folder = try TemporaryFolder()
    for number in 0..<3 {
      try folder.write("// \(number)\n" + solution(), to: "in/s\(number).swift")
    }
    // A file system of its own for the results, with next to no room.
    let run = try shell(
      """
      mkdir "$1/out"; mount -t tmpfs -o size=40k tmpfs "$1/out" || exit 99
      cd "$2"; "$3" grade "$1/in" --exercise 3 --out "$1/out"; echo "$?"
      ls "$1/out/results"
      mount -o remount,size=1m "$1/out"
      "$3" grade "$1/in" --exercise 3 --out "$1/out" >/dev/null; echo "$?"
      umount "$1/out"
      """, folder.path, packageFolder, buildFolder + "/course-class")
    guard run.exitStatus != 99 else {
      // Only root may mount; what the test is about is in OutputFolder.
      print("aFullDiskIsToldAndLosesNothing needs root to mount a small disk")
      return
    }
    let lines = run.text.split(separator: "\n")
    #expect(lines.first == "3", "\(run.text)\(run.errors)")
    #expect(run.errors.contains("no space left on device"), "\(run.errors)")
    #expect(lines.last == "0", "\(run.text)\(run.errors)")
  }

  @Test func aResultFolderThatDisappearsIsMadeAgain() throws {
    let folder = try TemporaryFolder()
    let output = OutputFolder(folder.path + "/out")
    try output.prepare()
    try FileManager.default.removeItem(atPath: output.results)
    let row = ManifestRow(
      student: SchemaTests.full.student, exercise: 3,
      submission: SchemaTests.full.submission, seed: SchemaTests.full.seed)
    try output.write(SchemaTests.full, of: row)
    #expect(
      output.result(of: row, grader: SchemaTests.full.versions.grader)
        == SchemaTests.full)
    #expect(output.result(of: row, grader: "another") == nil)
  }
}
#endif

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
    let out = folder.path + "/out"
    // Where it compiles and runs, to tell its processes from others.
    try folder.write("", to: "tmp/empty")
    var seen: [String: SubmissionResult] = [:]
    var killed = 0
    let isThorough = ProcessInfo.processInfo.environment["THOROUGH"] != nil
    let rounds = isThorough ? 20 : 5
    for round in 0..<rounds {
      // There is always something left to grade.
      for number in 0..<4 {
        let name = "s\(round)-\(number)"
        let text =
          number == 3 ? "no Swift \(name)" : "// \(name)\n" + right
        try folder.write(text, to: "in/\(name).swift")
      }
      // While it starts, or after some more results, however busy the machine.
      let more = Int.random(in: 0...3)
      let delay = Double.random(in: 0...(more == 0 ? 2.5 : 0.3))
      let run = try shell(
        """
        cd "$1"; "$2" grade "$3" --exercise 3 --out "$4" >/dev/null 2>&1 &
        while kill -0 $! && [ "$(ls "$4/results" | wc -l)" -lt "$5" ]; do
          sleep 0.02
        done 2>/dev/null
        sleep "$6"; kill -9 $!; wait $! 2>/dev/null; echo "$?"
        """, packageFolder, courseClass, folder.path + "/in",
        out, "\(seen.count + more)", "\(delay)",
        environment: ["TMPDIR": folder.path + "/tmp"])
      if run.text == "137\n" { killed += 1 }
      // Each is whole, and stays as it is.
      let now =
        folder.names(in: "out/results").isEmpty ? [:] : try results(in: out)
      for (student, result) in seen {
        #expect(now[student] == result, "round \(round)")
      }
      seen = now
    }
    #expect(killed > rounds / 2, "\(killed) of \(rounds) kills hit it")
    #expect(!seen.isEmpty, "no kill came after a result")
    let last = try course(
      "grade", folder.path + "/in", "--exercise", "3", "--out", out)
    #expect(last.exitStatus == 0, "\(last.errors)")
    #expect(folder.names(in: "out/results").count == 4 * rounds)
    let passed = try results(in: out).values.count { $0.verdict == .passed }
    #expect(passed == 3 * rounds)
    let left = try shell("ps -eo args | grep -c \"$1/tm[p]\"", folder.path)
    #expect(left.text == "0\n")
  }

  /// Only the times reported are wrong then.
  @Test(.enabled(if: finds("faketime"), "there is no faketime: install it"))
  func aClockThatIsSetBackChangesNoGrade() throws {
    let folder = try TemporaryFolder()
    try folder.write(try solution(), to: "in/ada.swift")
    func grade(_ days: String, out: String, points: Int) throws -> Run {
      try folder.write(
        "exercises: { 3: { points: { agreement: \(points) } } }\n",
        to: "class.yml")
      return try shell(
        """
        cd "$1"; export DONT_FAKE_MONOTONIC=1 NO_FAKE_STAT=1; faketime -f "$2d" \
          "$3" grade "$4/in" --class "$4/class.yml" --out "$5" --seed 9
        """, packageFolder, days, courseClass, folder.path, out)
    }
    let out = folder.path + "/out"
    let first = try grade("+0", out: out, points: 1)
    #expect(first.exitStatus == 0, "\(first.errors)")
    let before = try results(in: out)["ada"]
    // Again, with the clock a week back: the result stays.
    let second = try grade("-7", out: out, points: 1)
    #expect(second.exitStatus == 0, "\(second.errors)")
    #expect(try results(in: out)["ada"] == before)
    // Graded anew, it gets the same points, and records the clock's time.
    let other = folder.path + "/other"
    let third = try grade("-7", out: other, points: 1)
    #expect(third.exitStatus == 0, "\(third.errors)")
    let after = try results(in: other)["ada"]
    #expect(after?.points == 26 && before?.points == 26)
    #expect((after?.graded ?? "") < (before?.graded ?? ""))
    guard hasGradebook else { return }
    // A run that seems older is still the later one.
    let regraded = try grade("-14", out: out, points: 3)
    #expect(regraded.exitStatus == 0, "\(regraded.errors)")
    let book = try shell(
      "cd \"$1\"; \"$2\" gradebook \"$3\" --compare 1,2", packageFolder,
      courseClass, out)
    #expect(
      book.text.contains("passed (26.0) -> passed (28.0)"), "\(book.errors)")
  }

  @Test(.enabled(if: geteuid() == 0, "only root may mount a small disk"))
  func aFullDiskIsToldAndLosesNothing() throws {
    let folder = try TemporaryFolder()
    for number in 0..<3 {
      try folder.write("// \(number)\n" + solution(), to: "in/s\(number).swift")
    }
    // A file system of its own for the results, with next to no room.
    let run = try shell(
      """
      mkdir "$1/out"; mount -t tmpfs -o size=40k tmpfs "$1/out"
      cd "$2"; "$3" grade "$1/in" --exercise 3 --out "$1/out"; echo "$?"
      ls "$1/out/results"
      mount -o remount,size=1m "$1/out"
      "$3" grade "$1/in" --exercise 3 --out "$1/out" >/dev/null; echo "$?"
      umount "$1/out"
      """, folder.path, packageFolder, courseClass)
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

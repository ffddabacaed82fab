import Classes
import Foundation
import Grading
import Testing

@Suite(
  "The gradebook", .serialized,
  .enabled(
    if: hasGradebook,
    "set COURSE_CLASS to a course-class that was built with --traits Class"))
struct GradebookTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func grade(_ rules: String) throws {
    try folder.write("exercises: { 3: \(rules) }\n", to: "class.yml")
    let run = try course(
      "grade", folder.path + "/in", "--class", folder.path + "/class.yml",
      "--out", folder.path + "/out")
    #expect(run.exitStatus == 0, "\(run.errors)")
  }

  @Test func everyRunIsKeptAndCompared() throws {
    try folder.write(solution(), to: "in/ada.swift")
    try folder.write("no Swift", to: "in/=bob.swift")
    try grade("{}")
    // The same once more is the same run.
    try grade("{}")
    try grade("{ points: { agreement: 3 } }")
    let out = folder.path + "/out"
    let list = try course("gradebook", out)
    #expect(list.exitStatus == 0, "\(list.errors)")
    let lines = list.text.split(separator: "\n")
    #expect(lines.count == 2)
    #expect(lines.allSatisfy { $0.contains("1 of 2 passed") })
    let changes = try course("gradebook", out, "--compare", "1,2")
    #expect(
      changes.text == """
        ada, exercise 3, attempt 1: passed (26.0) -> passed (28.0)
        1 changed

        """)
    let table = try course("gradebook", out, "--export", "2").text
    #expect(
      table.contains("ada,ada,,3,1,\(sha256(try solution())),,passed,,28"))
    #expect(table.contains("'=bob,'=bob,"))
    #expect(try course("gradebook", out, "--export", "9").exitStatus == 2)
    #expect(try course("gradebook", folder.path).exitStatus == 2)
  }

  /// Killed while it records, a gradebook has the whole run or nothing of it.
  @Test func aKilledGraderLeavesTheDatabaseWhole() throws {
    let count = 300
    for number in 0..<count {
      try folder.write(" ", to: "in/s\(number).swift")
    }
    try grade("{}")
    let out = folder.path + "/out"
    var killed = 0
    for round in 0..<12 {
      let run = try shell(
        """
        rm -f "$3"/gradebook.sqlite*
        cd "$1"; "$2" grade --collect --manifest "$3/manifest.jsonl" \
          --out "$3" >/dev/null 2>&1 &
        while kill -0 $! 2>/dev/null && ! [ -e "$3/gradebook.sqlite" ]; do
          sleep 0.005
        done
        sleep "$4"; kill -9 $!; wait $! 2>/dev/null; echo $?
        """, packageFolder, courseClass, out,
        "\(Double(round) * 0.008)")
      if run.text == "137\n" { killed += 1 }
      let list = try course("gradebook", out)
      #expect(list.exitStatus == 0, "\(list.errors)")
      #expect(
        list.text.isEmpty || list.text.contains("0 of \(count) passed"),
        "\(list.text)")
    }
    #expect(killed > 6, "\(killed) kills hit it")
    let whole = try course(
      "grade", "--collect", "--manifest", out + "/manifest.jsonl", "--out", out)
    #expect(whole.exitStatus == 0, "\(whole.errors)")
    let list = try course("gradebook", out)
    #expect(list.text.split(separator: "\n").count == 1, "\(list.text)")
  }
}

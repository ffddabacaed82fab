import Classes
import Foundation
import Grading
import Testing

/// The program with its gradebook, which `.ci/run` builds.
private let program = ProcessInfo.processInfo.environment["COURSE_CLASS"]

@Suite(
  "The gradebook", .serialized,
  .enabled(
    if: program != nil,
    "set COURSE_CLASS to a course-class that was built with --traits Class"))
struct GradebookTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func course(_ words: String...) throws -> Run {
    let line = "cd \"$1\" && shift && exec \"$@\" </dev/null"
    let command = Command(
      "/bin/sh",
      ["-c", line, "sh", packageFolder, program ?? ""] + words,
      environment: ProcessInfo.processInfo.environment)
    return try #require(try Grading.run([command], seconds: 600).first)
  }

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
    try folder.write(solution(), to: "in/ada.swift")
    try grade("{}")
    for _ in 0..<6 {
      try shell(
        """
        cd "$1"; "$2" grade --collect --manifest "$3/manifest.jsonl" \
          --out "$3" >/dev/null 2>&1 &
        sleep "0.$4"; kill -9 $! 2>/dev/null; wait $!; exit 0
        """, packageFolder, program ?? "", folder.path + "/out",
        "\(Int.random(in: 1...9))")
    }
    let list = try course("gradebook", folder.path + "/out")
    #expect(list.exitStatus == 0, "\(list.errors)")
    #expect(list.text.split(separator: "\n").count == 1)
  }
}

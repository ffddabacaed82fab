import Foundation
import Testing

/// What surrounds a check may be broken: that is said in a sentence, with
/// status 3, and is never a verdict.
@Suite("Broken surroundings")
struct BrokenSurroundingsTests {
  /// Something broken, as a line of shell, and what names the cause.
  struct Broken: CustomTestStringConvertible, Sendable {
    let line: String
    let says: String

    init(_ line: String, _ says: String) {
      self.line = line
      self.says = says
    }

    var testDescription: String { line }
  }

  private static let all = [
    Broken("TMPDIR=/nonexistent $COURSE check 1", "TMPDIR is /nonexistent"),
    Broken("ulimit -n 16; $COURSE check 1", "ulimit -n 256"),
    Broken("ulimit -n 8; $COURSE check 1", "ulimit -n 256"),
    Broken("$COURSE check 1 >&-", "standard output is closed"),
    Broken("$COURSE check 1 >/dev/full", "standard output cannot be written"),
    Broken(
      "$COURSE check 9 2>/dev/full", "standard error cannot be written"),
    Broken("$COURSE check 9 2>&-", "standard error is closed"),
    Broken(
      fake("exit 1", "echo nonsense"), "does not answer like a Swift compiler"),
    Broken(fake("", ""), "does not answer like a Swift compiler"),
    Broken(
      "mkdir f; echo x >f/swiftc; PATH=f:$PATH $COURSE check 1",
      "Permission denied"),
    Broken("COURSE_CACHE=/dev/null/x $COURSE check 1", "/dev/null/x"),
    Broken(
      "mkdir -m 777 open; COURSE_CACHE=$PWD/open $COURSE check 1",
      "others may write"),
  ]

  /// A script in the place of `swiftc`.
  private static func fake(_ ending: String, _ before: String) -> String {
    "mkdir f; printf '#!/bin/sh\\n\(before)\\n\(ending)\\n' >f/swiftc; "
      + "chmod +x f/swiftc; PATH=f:$PATH $COURSE check 1"
  }

  @Test(arguments: all)
  func isSaidAndNoVerdict(_ broken: Broken) throws {
    let course = try ToyCourse()
    try course.solve("01-double")
    let answer = try course.shell("(\(broken.line)); echo \"status $?\"")
    let said = answer.output + answer.errors
    // A usage error where only standard error is broken is status 3 as well.
    #expect(answer.output.hasSuffix("status 3\n"), "\(said)")
    #expect(said.contains(broken.says), "\(said)")
    #expect(!said.contains("checks passed"))
    #expect(!said.contains("does not compile"))
  }

  /// A disk without room: what cannot be compiled is not the learner's fault.
  @Test func aFullDisk() throws {
    let course = try ToyCourse(ownCache: true)
    try course.solve("01-double")
    let answer = try course.shell(
      "trap '' XFSZ; ulimit -f 8; exec \"$COURSE\" check 1 --json 2>&1")
    #expect(answer.status == 3, "\(answer.output)")
    #expect(answer.output.contains("grader_error"))
  }

  @Test func aProgramThatWritesAHugeFile() throws {
    let course = try ToyCourse()
    let temporary = buildFolder + "/huge-\(UUID())"
    try FileManager.default.createDirectory(
      atPath: temporary, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: temporary) }
    try course.write(
      """
      import Foundation
      import Tensors

      public func double(_ x: Tensor) -> Tensor {
        let path = NSTemporaryDirectory() + "/huge"
        let descriptor = open(path, O_CREAT | O_WRONLY, 0o600)
        ftruncate(descriptor, 1 << 40)
        return x + x
      }

      public func total(of labels: [Int]) -> Int { labels.reduce(0, +) }
      """, to: "huge.swift")
    let answer = try course.run(
      "check", "1", "--json", "--file", course.path("huge.swift"),
      environment: ["TMPDIR": temporary])
    let checks = try #require(
      try answer.json()["checks"] as? [[String: Any]])
    #expect(
      checks.map { $0["status"] as? String }
        == ["output_limit", "output_limit", "passed"], "\(answer.output)")
    #expect(answer.output.contains("a file larger than 64 MiB"))
  }
}

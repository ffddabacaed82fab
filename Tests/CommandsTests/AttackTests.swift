import Foundation
import Testing

/// A wrong or hostile answer to the toy course's first exercise, and the
/// outcome that must hold, as its first lines say it.
struct Attack: CustomTestStringConvertible, Sendable {
  /// The file's name; one that the formatter cannot read ends in `.txt`.
  let name: String
  let expected: [String: String]

  var testDescription: String { name }
  var path: String { "\(testFolder)/Attacks/\(name)" }

  init(name: String) throws {
    self.name = name
    let text = try String(
      contentsOfFile: "\(testFolder)/Attacks/\(name)", encoding: .utf8)
    var expected: [String: String] = [:]
    for line in text.split(whereSeparator: \.isNewline).prefix(while: {
      $0.hasPrefix("//")
    }
    ) {
      let parts = line.dropFirst(3).split(separator: ":", maxSplits: 1)
      guard parts.count == 2 else { continue }
      expected[String(parts[0])] = parts[1].trimmingCharacters(in: .whitespaces)
    }
    self.expected = expected
  }

  static let all: [Attack] = {
    let names = try? FileManager.default.contentsOfDirectory(
      atPath: testFolder + "/Attacks")
    return (names ?? []).sorted().compactMap {
      try? Attack(name: $0)
    }
  }()
}

@Suite("What bad input gets")
struct AttackTests {
  @Test func theCorpusIsThere() { #expect(Attack.all.count >= 36) }

  @Test(arguments: Attack.all)
  func getsItsVerdict(_ attack: Attack) throws {
    let course = try ToyCourse()
    let answer = try course.run("check", "1", "--json", "--file", attack.path)
    let report = try answer.json()
    let status = try #require(report["status"] as? String)
    #expect(status == attack.expected["status"])
    #expect(answer.status == (status == "passed" ? 0 : 1))
    let checks = try #require(report["checks"] as? [[String: Any]])
    let statuses = checks.map { check in
      "\(check["id"] ?? "")=\(check["status"] ?? "")"
    }.joined(separator: " ")
    let none = "small=skipped many=skipped sums=skipped"
    #expect(statuses == attack.expected["checks"] ?? none)
    #expect(checks.map { $0["id"] as? String } == ["small", "many", "sums"])
    // Points for verified answers, and for nothing else.
    let passed = checks.filter { $0["status"] as? String == "passed" }
    let points = passed.reduce(0) { $0 + ($1["maxPoints"] as? Int ?? 0) }
    #expect(report["points"] as? Int == points)
    if let words = attack.expected["says"] {
      #expect(answer.output.contains(jsonEscaped(words)), "\(answer.output)")
    }
    if let mistake = attack.expected["mistake"] {
      #expect(checks.contains { $0["mistake"] as? String == mistake })
    }
    if let line = attack.expected["line"] {
      let diagnostics = report["diagnostics"] as? [[String: Any]] ?? []
      let found = diagnostics.contains {
        "\($0["line"] ?? 0)" == line && $0["file"] as? String == attack.path
      }
      let stopped = checks.contains { check in
        let place = check["place"] as? [String: Any]
        return "\(place?["line"] ?? 0)" == line
          && place?["file"] as? String == attack.path
      }
      #expect(found || stopped, "\(answer.output)")
    }
    if let output = attack.expected["output"] {
      let printed = try #require(report["output"] as? String)
      #expect(printed.contains(output))
      #expect(printed.utf8.count < 20_000)
    }
  }

  @Test func leavesNoProcessBehind() throws {
    let course = try ToyCourse(ownCache: true)
    for name in ["EndlessLoop.swift", "SleepsThroughSignals.swift"] {
      let attack = try Attack(name: name)
      let answer = try course.shell(
        "\"$COURSE\" check 1 --file '\(attack.path)' --only small; "
          + "ps -eo args | grep '[/]cache/program' | grep -c \"$PWD\"")
      #expect(answer.output.hasSuffix("\n0\n"), "\(answer.output)")
    }
  }
}

private func jsonEscaped(_ text: String) -> String {
  text.replacingOccurrences(of: "\"", with: "\\\"")
}

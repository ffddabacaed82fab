import Checks
import Classes
import Foundation
import Testing

@Suite("The schema of a result")
struct SchemaTests {
  private func schema() throws -> [String: Any] {
    let path =
      packageFolder
      + "/Sources/Classes/Schemas/submission-result.schema.json"
    let data = try Data(contentsOf: URL(filePath: path))
    return try #require(
      JSONSerialization.jsonObject(with: data) as? [String: Any])
  }

  private func object(_ result: SubmissionResult) throws -> Any {
    try JSONSerialization.jsonObject(with: JSONEncoder().encode(result))
  }

  /// A result with every property.
  static let full: SubmissionResult = {
    var report = CheckReport(
      id: "agreement", title: "title", function: "softmax(_:)",
      status: .runtimeError, message: "message", mistake: "mistake",
      counterexample: Counterexample(
        arguments: "x", expected: "1", received: "2"),
      place: SourceLine(file: "Exercise.swift", line: 3, code: "let a"),
      lesson: "section", milliseconds: 4)
    report.signal = "SIGILL"
    report.relation = "factor"
    report.blamed = "other(_:)"
    report.counterexample?.difference = Difference(
      place: [0, 1], expected: 0..<2, received: 0..<3)
    var submission = Submission(
      hash: sha256("a"), source: "ada/Exercise.swift", bytes: 1)
    submission.submitted = "2026-10-05T23:59:00Z"
    var result = SubmissionResult(
      student: Student(id: "ada", name: "Ada", email: "ada@example.org"),
      exercise: 3, lesson: "softmax", submission: submission,
      verdict: .runtimeError, seed: 1 << 52, sandbox: .bubblewrap,
      versions: Versions(course: "1", grader: "2", toolchain: "3"))
    result.signal = "SIGILL"
    result.checks = [CheckResult(report, points: 1.5, hidden: true)]
    var diagnostic = Diagnostic(
      file: "Exercise.swift", line: 1, column: 2, severity: "warning",
      message: "message", fixIt: FixIt(column: 3, text: "text"))
    diagnostic.meaning = "meaning"
    result.diagnostics = [diagnostic]
    return result
  }()

  @Test func aResultFollowsIt() throws {
    let schema = try schema()
    #expect(
      violations(of: schema, by: try object(Self.full)) == [])
    let least = SubmissionResult(
      student: Student(id: "a", name: ""), exercise: 0, lesson: "",
      submission: Submission(hash: "", source: "", bytes: 0),
      verdict: .rejected, seed: 0, sandbox: .none,
      versions: Versions(course: "", grader: "", toolchain: ""))
    #expect(violations(of: schema, by: try object(least)) == [])
  }

  @Test func everyVerdictButSkippedIsInIt() throws {
    let properties = try #require(
      schema()["properties"] as? [String: [String: Any]])
    let known = try #require(properties["verdict"]?["enum"] as? [String])
    #expect(
      Set(known)
        == Set(Verdict.allCases.map(\.rawValue)).subtracting(["skipped"]))
  }

  /// The validator itself finds what is wrong.
  @Test func violationsAreFound() throws {
    let schema = try schema()
    var object = try #require(object(Self.full) as? [String: Any])
    object["verdict"] = "excellent"
    object["extra"] = 1
    object["tries"] = 0
    object["host"] = nil
    object["output"] = 3
    object["submission"] = ["hash": "xyz"]
    #expect(violations(of: schema, by: object).count >= 8)
  }

  @Test func aHiddenCheckTellsItsStudentOnlyItsVerdict() throws {
    var result = Self.full
    result.output = "the inputs, printed"
    let shown = result.forStudent
    let text = String(decoding: try JSONEncoder().encode(shown), as: UTF8.self)
    let check = shown.checks[0]
    #expect(check.verdict == .runtimeError && check.id == "agreement")
    #expect(check.message == "" && check.counterexample == nil)
    #expect(check.place == nil && check.mistake == nil)
    #expect(check.relation == nil && shown.output == "")
    for secret in ["printed", "let a", "factor", "\"x\""] {
      #expect(!text.contains(secret), "\(secret)")
    }
    result.checks[0].hidden = false
    #expect(result.forStudent == result)
  }
}

/// Where a value breaks a schema, as far as the course's schemas go.
func violations(
  of schema: [String: Any], by value: Any, at place: String = "$"
) -> [String] {
  if let constant = schema["const"] as? Int {
    return value as? Int == constant ? [] : ["\(place): not \(constant)"]
  }
  switch schema["type"] as? String {
  case "object":
    guard let object = value as? [String: Any] else {
      return ["\(place): no object"]
    }
    let properties = schema["properties"] as? [String: [String: Any]] ?? [:]
    let missing = (schema["required"] as? [String] ?? [])
      .filter { object[$0] == nil }.map { "\(place): no \($0)" }
    return missing
      + object.flatMap { key, value in
        properties[key].map {
          violations(of: $0, by: value, at: "\(place).\(key)")
        } ?? ["\(place): \(key) is not allowed"]
      }
  case "array":
    guard let list = value as? [Any],
      let items = schema["items"] as? [String: Any]
    else { return ["\(place): no array"] }
    return list.enumerated().flatMap {
      violations(of: items, by: $0.element, at: "\(place)[\($0.offset)]")
    }
  case "string":
    guard let text = value as? String else { return ["\(place): no string"] }
    if let choice = schema["enum"] as? [String], !choice.contains(text) {
      return ["\(place): \(text)"]
    }
    if let pattern = schema["pattern"] as? String,
      text.range(of: pattern, options: .regularExpression) == nil
    {
      return ["\(place): \(text)"]
    }
    return text.count < schema["minLength"] as? Int ?? 0
      ? ["\(place): too short"] : []
  case "boolean": return value is Bool ? [] : ["\(place): no boolean"]
  case let type?:
    guard let number = value as? Double else { return ["\(place): no number"] }
    let isInteger = type != "integer" || number == number.rounded()
    let least = schema["minimum"] as? Double ?? -.infinity
    let most = schema["maximum"] as? Double ?? .infinity
    return isInteger && (least...most).contains(number)
      ? [] : ["\(place): \(number)"]
  case nil: return ["\(place): the schema has no type"]
  }
}

import Classes
import Foundation
import Testing

private func object(_ json: String) throws -> [String: Any] {
  let value = try JSONSerialization.jsonObject(with: Data(json.utf8))
  return try #require(value as? [String: Any])
}

/// A report in every format for students, by name.
private func reports(_ result: SubmissionResult) throws -> [String: String] {
  [
    "gradescope": try reportJSON(GradescopeResults([result])),
    "prairielearn": try reportJSON(PrairieLearnResults(result)),
    "exercism": try reportJSON(ExercismResults(result)),
    "junit": junitXML([result]),
    "markdown": feedbackMarkdown([result]),
    "html": feedbackPage([result]),
  ]
}

@Suite("Reports")
struct ReportTests {
  @Test(arguments: hostileTexts)
  func hostileTextsAreHarmlessEverywhere(text: String) throws {
    for verdict in [Verdict.failed, .compileError, .graderError] {
      let result = sample(verdict: verdict, writing: text)
      for (format, report) in try reports(result) {
        for scalar in report.unicodeScalars {
          let isControl =
            scalar.value < 0x20 && scalar != "\n"
            || (0x7F..<0xA0).contains(scalar.value)
          #expect(!isControl, "\(format): U+\(scalar.value)")
          let turns = (0x202A...0x202E).contains(scalar.value)
          #expect(!turns, "\(format): U+\(scalar.value)")
        }
        #expect(report.utf8.count < 200_000, "\(format)")
      }
    }
  }

  @Test func hiddenChecksShowOnlyTheirIdAndVerdict() throws {
    for (format, report) in try reports(sample()) {
      #expect(report.contains("overflow"), "\(format)")
      #expect(report.contains("crashed"), "\(format)")
      #expect(!report.contains("secret"), "\(format)")
      #expect(!report.contains("no-maximum"), "\(format)")
    }
    // A program could have printed the inputs of the hidden check.
    for (format, report) in try reports(sample(writing: "PRINTED")) {
      #expect(!report.contains("printed:"), "\(format)")
    }
  }

  @Test func gradescopeHasWhatItsSchemaAsksFor() throws {
    let json = try object(reportJSON(GradescopeResults([sample()])))
    #expect(json["score"] as? Double == 1)
    #expect(json["execution_time"] as? Double == 1.634)
    #expect(json["stdout_visibility"] as? String == "hidden")
    #expect(json["output_format"] as? String == "text")
    let tests = try #require(json["tests"] as? [[String: Any]])
    #expect(tests.map { $0["number"] as? String } == ["3.1", "3.2", "3.3"])
    #expect(
      tests.map { $0["status"] as? String } == ["passed", "failed", "failed"])
    #expect(tests.map { $0["score"] as? Double } == [1, 0, 0])
    #expect(tests.map { $0["max_score"] as? Double } == [1, 1, 1])
    #expect(tests.allSatisfy { $0["visibility"] as? String == "visible" })
    #expect(tests[2]["name"] as? String == "overflow")
  }

  @Test func aFailureOfTheGraderIsNoScore() throws {
    let gradescope = try object(
      reportJSON(GradescopeResults([sample(verdict: .graderError)])))
    #expect(gradescope["score"] == nil)
    #expect((gradescope["tests"] as? [Any])?.isEmpty == true)
    let prairie = try object(
      reportJSON(PrairieLearnResults(sample(verdict: .graderError))))
    #expect(prairie["gradable"] as? Bool == false)
  }

  @Test func prairieLearnHasWhatItsSchemaAsksFor() throws {
    let json = try object(reportJSON(PrairieLearnResults(sample())))
    #expect(json["gradable"] as? Bool == true)
    let score = try #require(json["score"] as? Double)
    #expect(abs(score - 1.0 / 3) < 1e-12)
    let tests = try #require(json["tests"] as? [[String: Any]])
    #expect(tests.map { $0["points"] as? Double } == [1, 0, 0])
    #expect(tests.map { $0["max_points"] as? Double } == [1, 1, 1])
    let stopped = try object(
      reportJSON(PrairieLearnResults(sample(verdict: .compileError))))
    #expect(stopped["gradable"] as? Bool == false)
    #expect((stopped["format_errors"] as? [String])?.count == 1)
  }

  @Test func exercismHasWhatItsSchemaAsksFor() throws {
    let json = try object(
      reportJSON(
        ExercismResults(
          sample(writing: String(repeating: "x", count: 900), hidden: false))))
    #expect(json["version"] as? Int == 3)
    #expect(json["status"] as? String == "fail")
    let tests = try #require(json["tests"] as? [[String: Any]])
    #expect(
      tests.map { $0["status"] as? String } == ["pass", "fail", "error"])
    #expect(tests.allSatisfy { $0["task_id"] as? Int == 1 })
    #expect((tests[0]["output"] as? String)?.count == 500)
    let stopped = try object(
      reportJSON(ExercismResults(sample(verdict: .rejected))))
    #expect(stopped["status"] as? String == "error")
    #expect(stopped["message"] != nil)
    #expect(
      try object(reportJSON(ExercismResults(sample(verdict: .passed))))[
        "status"] as? String == "pass")
  }

  @Test func markdownCannotLeaveItsFence() {
    let page = feedbackMarkdown([
      sample(writing: "``` a\n````\n# not a heading", hidden: false)
    ])
    var fence: Substring?
    for line in page.split(separator: "\n") {
      let ticks = line.prefix { $0 == "`" }
      if let open = fence {
        if ticks.count >= open.count, ticks.count == line.count { fence = nil }
      } else if ticks.count >= 3 {
        fence = ticks
      } else {
        #expect(!line.hasPrefix("# not"))
      }
    }
    #expect(fence == nil)
  }

  @Test func textIsCutBetweenCharacters() {
    #expect(shown("abc", limit: 3) == "abc")
    #expect(shown("abcd", limit: 3) == "abc\n[… cut off here]")
    // The bomb takes four bytes.
    #expect(shown("🧨🧨", limit: 7) == "🧨\n[… cut off here]")
    #expect(shown("a\r\nb\tc\u{1B}", limit: 99) == "a\nb\tc␛")
  }
}

import Classes
import Foundation
import Testing

@Suite("The class page")
struct ClassPageTests {
  private func result(
    _ student: String, _ text: String = "t"
  ) -> SubmissionResult {
    sample(writing: text, student: student)
  }

  private func summary(of results: [SubmissionResult]) -> ClassSummary {
    var summary = ClassSummary()
    for result in results { summary.add(result) }
    return summary
  }

  @Test func countsWhatStopsAndWhatWasRecognised() throws {
    var passed = sample(verdict: .passed, student: "p", points: 3)
    passed.checks = passed.checks.map { check in
      var check = check
      check.verdict = .passed
      check.mistake = nil
      check.relation = nil
      return check
    }
    let broken = sample(verdict: .graderError, student: "g")
    let summary = try #require(
      summary(of: [result("a"), result("b"), passed, broken]).exercises.first)
    #expect(summary.submissions == 4)
    #expect(summary.ungraded == 1)
    #expect(summary.passed == 1)
    #expect(summary.checks.map(\.id) == ["example", "agreement", "overflow"])
    #expect(summary.checks.map(\.stopped) == [0, 2, 0])
    #expect(summary.checks.map(\.passed) == [3, 1, 1])
    #expect(summary.mistakes.map(\.name) == ["base-two", "no-maximum"])
    #expect(summary.mistakes.map(\.count) == [2, 2])
    #expect(summary.relations.map(\.name) == ["factor"])
    #expect(summary.scores == [1.0 / 3, 1.0 / 3, 1])
    #expect(summary.runTimes == [1_234, 1_234, 1_234])
  }

  @Test func nearIdenticalSubmissionsAreASignal() throws {
    let source = """
      import Tensors
      public func softmax(_ x: Tensor) -> Tensor { let e = x.exp(); return e }
      """
    let renamed = """
      // All mine.
      import Tensors
      public func softmax(_ x: Tensor) -> Tensor {
        let powers = x.exp(); return powers
      }
      """
    let other = source.replacing("x.exp()", with: "x.exp() + 1")
    #expect(fingerprint(of: source) == fingerprint(of: renamed))
    #expect(fingerprint(of: source) != fingerprint(of: other))
    var summary = ClassSummary()
    summary.add(result("a", "Ann"), fingerprint: fingerprint(of: source))
    summary.add(
      result("b", "<b>Bob</b>"), fingerprint: fingerprint(of: renamed))
    summary.add(result("c"), fingerprint: fingerprint(of: other))
    let alike = try #require(summary.exercises.first).alike
    #expect(alike.map { $0.map(\.id) } == [["a", "b"]])
    let page = classPage(title: "A class", summary)
    #expect(page.contains("Ann · &lt;b&gt;Bob&lt;/b&gt;"))
    #expect(page.contains("This is a signal, not proof"))
  }

  @Test(arguments: hostileTexts)
  func theClassPageIsOnePageWhoeverIsInIt(text: String) {
    let page = classPage(
      title: text, summary(of: [sample(writing: text, student: text + "s")]))
    #expect(page.hasPrefix("<!DOCTYPE html>"))
    #expect(!page.contains("<script"))
    #expect(!page.contains("src="))
    #expect(!page.contains("href="))
    #expect(page.contains("<svg"))
    #expect(page.contains("default-src 'none'"))
    let page2 = feedbackPage([sample(writing: text, hidden: false)])
    #expect(!page2.contains("<script") && !page2.contains("<h1>\n"))
    #expect(page2.components(separatedBy: "<h1>").count == 2)
  }
}

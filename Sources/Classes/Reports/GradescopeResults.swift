internal import Checks

/// The object in the `results.json` that an autograder of Gradescope writes.
///
/// The property names, in snake case, are the keys that Gradescope prescribes.
package struct GradescopeResults: Sendable, Equatable, Encodable {
  package struct Test: Sendable, Equatable, Encodable {
    var score: Double
    var maxScore: Double
    /// `passed` or `failed`.
    var status: String
    var name: String
    var nameFormat = "text"
    var number: String
    var output: String
    var outputFormat = "text"
    var visibility = "visible"
  }

  /// The points of the student, after what lateness takes away; nil if the
  /// grader failed, which Gradescope then says instead of a score.
  package private(set) var score: Double?
  var executionTime: Double
  var output: String
  var outputFormat = "text"
  /// What a submission prints could be anything, so it is never shown raw.
  var stdoutVisibility = "hidden"
  package private(set) var tests: [Test]
  var extraData: [String: String]

  /// The results of one student for one or more exercises.
  package init(_ results: [SubmissionResult]) {
    let results = results.map(\.forStudent)
    let failed = results.contains { $0.verdict == .graderError }
    score = failed || results.isEmpty ? nil : results.map(\.points).sum
    executionTime =
      results.map { Double($0.milliseconds.total) / 1_000 }.sum
    output = results.map(\.overview).joined(separator: "\n\n")
    tests =
      failed
      ? []
      : results.flatMap { result in
        result.checks.enumerated().map { Test($1, of: result, at: $0 + 1) }
      }
    extraData = [:]
    for result in results {
      // Not the seed: who knows it can draw the inputs of hidden checks.
      extraData["\(result.exercise)"] = "grader \(result.versions.grader)"
    }
  }
}

extension GradescopeResults.Test {
  init(_ check: CheckResult, of result: SubmissionResult, at place: Int) {
    score = check.points
    maxScore = check.maxPoints
    status = check.verdict == .passed ? "passed" : "failed"
    name = check.name
    number = "\(result.exercise).\(place)"
    output = [check.verdict.words, check.explanation].filter { !$0.isEmpty }
      .joined(separator: "\n")
  }
}

extension SubmissionResult {
  /// The result in a few lines of text, without the checks.
  var overview: String {
    var lines = ["Exercise \(exercise): \(headline), \(pointsInWords)"]
    if penalty > 0 {
      lines.append("late penalty: \(number(penalty * 100))%")
    }
    lines.append(whole)
    if sandbox == .none { lines.append("graded without a sandbox") }
    if !output.isEmpty {
      lines.append("The submission printed:")
      lines.append(shown(output, limit: ShownLimits.output))
    }
    return lines.filter { !$0.isEmpty }.joined(separator: "\n")
  }
}

extension [Double] {
  var sum: Double { reduce(0, +) }
}

/// The object in the `results.json` that an external grader of PrairieLearn
/// writes.
///
/// The property names, in snake case, are the keys that PrairieLearn prescribes.
/// The limits of what is shown keep the file far below its limit of 1 MB.
package struct PrairieLearnResults: Sendable, Equatable, Encodable {
  package struct Test: Sendable, Equatable, Encodable {
    var name: String
    var description: String
    var points: Double
    var maxPoints: Double
    var message: String
    var output: String
  }

  /// Whether it counts as an attempt.
  ///
  /// What does not compile, is refused or met
  /// with a failure of the grader costs none.
  package private(set) var gradable: Bool
  /// From 0 to 1.
  package private(set) var score: Double
  var message: String
  var output: String
  var formatErrors: [String]
  package private(set) var tests: [Test]

  package init(_ result: SubmissionResult) {
    let result = result.forStudent
    gradable = !result.isStopped
    score =
      gradable && result.maxPoints > 0
      ? min(max(result.points / result.maxPoints, 0), 1) : 0
    message = "\(result.headline), \(result.pointsInWords)"
    output = shown(result.output, limit: ShownLimits.output)
    formatErrors = gradable || result.whole.isEmpty ? [] : [result.whole]
    tests = !gradable ? [] : result.checks.map(Test.init)
  }
}

extension PrairieLearnResults.Test {
  init(_ check: CheckResult) {
    name = check.name
    description = check.hidden ? "" : check.function
    points = check.points
    maxPoints = check.maxPoints
    message = check.verdict.words
    output = check.explanation
  }
}

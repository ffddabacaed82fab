internal import Checks

/// The object in the `results.json` that a test runner of Exercism writes, in
/// version 3 of its interface.
///
/// The property names, in snake case, are the keys that Exercism prescribes.
package struct ExercismResults: Sendable, Equatable, Encodable {
  package struct Test: Sendable, Equatable, Encodable {
    var name: String
    var testCode: String
    /// `pass`, `fail` or `error`.
    var status: String
    var message: String?
    /// What the submission printed, at most 500 characters.
    var output: String?
    /// The number of the function, counted from 1.
    var taskId: Int
  }

  package let version = 3
  package private(set) var status: String
  /// What stopped the submission as a whole.
  package private(set) var message: String?
  package private(set) var tests: [Test]

  package init(_ result: SubmissionResult) {
    let result = result.forStudent
    guard !result.isStopped else {
      status = "error"
      message = [result.headline, result.whole].filter { !$0.isEmpty }
        .joined(separator: "\n")
      tests = []
      return
    }
    status = result.verdict == .passed ? "pass" : "fail"
    var functions: [String] = []
    tests = result.checks.map { check in
      if !functions.contains(check.function) {
        functions.append(check.function)
      }
      return Test(
        check, task: (functions.firstIndex(of: check.function) ?? 0) + 1)
    }
    // It is not known which call printed what, so it stands where the runner
    // looks first.
    let printed = shown(result.output, limit: ShownLimits.output)
    if !printed.isEmpty, let first = tests.indices.first {
      tests[first].output = String(printed.prefix(500))
    }
  }
}

extension ExercismResults.Test {
  init(_ check: CheckResult, task: Int) {
    name = check.name
    testCode =
      check.hidden
      ? ""
      : shown(
        check.counterexample?.arguments ?? check.function,
        limit: ShownLimits.value)
    status =
      switch check.verdict {
      case .passed: "pass"
      case .skipped: "error"
      case let verdict: verdict.isError ? "error" : "fail"
      }
    let words = [check.verdict.words, check.explanation]
      .filter { !$0.isEmpty }.joined(separator: "\n")
    message = check.verdict == .passed ? nil : words
    taskId = task
  }
}

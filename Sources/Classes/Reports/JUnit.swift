internal import Checks

/// The results as JUnit XML, one suite for each submission.
///
/// It satisfies the schema of the Jenkins plugin xUnit, `junit-10.xsd`. A wrong
/// or unwritten answer is a failure; a crash, a limit or a failure of the
/// grader is an error; what did not run is skipped. Others may read the log of
/// a build, so it holds only what each student may see.
package func junitXML(_ results: [SubmissionResult]) -> String {
  junitStart + results.map(junitSuite).joined() + junitEnd
}

/// What comes before and after the suites of a report.
package let junitStart =
  "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites>\n"
package let junitEnd = "</testsuites>\n"

/// The suite of one submission.
package func junitSuite(_ result: SubmissionResult) -> String {
  let result = result.forStudent
  let name =
    "\(shownInALine(result.student.name)), exercise \(result.exercise)"
  var cases = result.checks.map { testCase($0, of: result) }
  var errors = result.checks.count { $0.verdict.isError }
  if result.isStopped {
    errors += 1
    cases.insert(wholeCase(result), at: 0)
  }
  let attributes: KeyValuePairs = [
    "name": name, "tests": "\(cases.count)",
    "failures": "\(result.checks.count { $0.verdict.isFailure })",
    "errors": "\(errors)",
    "skipped": "\(result.checks.count { $0.verdict == .skipped })",
    "time": junitTime(result.milliseconds.total),
    "timestamp": result.graded, "hostname": result.host,
  ]
  let printed = shown(result.output, limit: ShownLimits.output)
  let output =
    printed.isEmpty ? "" : "    <system-out>\(xml(printed))</system-out>\n"
  return "  <testsuite\(written(attributes))>\n\(cases.joined())\(output)"
    + "  </testsuite>\n"
}

private func testCase(
  _ check: CheckResult, of result: SubmissionResult
) -> String {
  let start =
    "    <testcase"
    + written([
      "name": check.name,
      "classname": "exercise\(result.exercise).\(check.function)",
      "time": junitTime(check.milliseconds),
    ])
  let element: String
  switch check.verdict {
  case .passed: return start + "/>\n"
  case .skipped: element = "skipped"
  case let verdict: element = verdict.isError ? "error" : "failure"
  }
  let attributes = written([
    "type": check.verdict.rawValue, "message": check.verdict.words,
  ])
  return start + ">\n      <\(element)\(attributes)>\(xml(check.explanation))"
    + "</\(element)>\n    </testcase>\n"
}

/// What stopped the submission as a whole.
private func wholeCase(_ result: SubmissionResult) -> String {
  let start = written([
    "name": "submission", "classname": "exercise\(result.exercise)",
    "time": junitTime(result.milliseconds.compile),
  ])
  let error = written([
    "type": result.verdict.rawValue, "message": result.headline,
  ])
  return "    <testcase\(start)>\n      <error\(error)>\(xml(result.whole))"
    + "</error>\n    </testcase>\n"
}

extension SubmissionResult {
  /// Whether it was stopped as a whole, before its checks ran.
  var isStopped: Bool {
    switch verdict {
    case .compileError, .compileLimit, .rejected, .graderError: true
    default: false
    }
  }
}

extension Verdict {
  fileprivate var isFailure: Bool { self == .failed || self == .notWritten }
}

/// Seconds as the schema wants them: at most three digits without a comma.
private func junitTime(_ milliseconds: Int) -> String {
  seconds(min(max(milliseconds, 0), 999_999))
}

private func written(_ attributes: KeyValuePairs<String, String>) -> String {
  attributes.map { " \($0)=\"\(xml($1, inAttribute: true))\"" }.joined()
}

/// Text of XML.
///
/// Characters that XML does not allow were replaced before,
/// except in names of our own, which have none.
private func xml(_ text: String, inAttribute: Bool = false) -> String {
  var escaped = ""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "&": escaped += "&amp;"
    case "<": escaped += "&lt;"
    case ">": escaped += "&gt;"
    case "\"": escaped += "&quot;"
    case "\n" where inAttribute: escaped += "&#10;"
    case "\t" where inAttribute: escaped += "&#9;"
    default: escaped.unicodeScalars.append(scalar)
    }
  }
  return escaped
}

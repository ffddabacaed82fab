internal import Checks

extension Verdict {
  /// The verdict in words, as a title or in a sentence.
  package var words: String {
    switch self {
    case .passed: "passed"
    case .failed: "wrong answer"
    case .notWritten: "not written yet"
    case .compileError: "does not compile"
    case .compileLimit: "takes too long to compile"
    case .timeLimit: "no answer in time"
    case .memoryLimit: "too much memory"
    case .outputLimit: "too much output"
    case .runtimeError: "crashed"
    case .protocolError: "no usable answer"
    case .rejected: "not accepted"
    case .graderError: "could not be graded"
    case .skipped: "not run"
    }
  }

  /// Whether something other than a wrong answer came of it: what test reports
  /// call an error, not a failure.
  var isError: Bool {
    switch self {
    case .passed, .failed, .notWritten, .skipped: false
    default: true
    }
  }
}

extension SubmissionResult {
  /// What became of the submission, in one line.
  var headline: String {
    let passed = checks.count { $0.verdict == .passed }
    switch verdict {
    case .passed: return "All \(checks.count) checks passed"
    case .compileError, .compileLimit, .rejected, .graderError:
      return "The submission \(verdict.predicate)"
    default: return "\(passed) of \(checks.count) checks passed"
    }
  }

  /// The points, as in `12 of 26 points`.
  var pointsInWords: String {
    "\(number(points)) of \(number(maxPoints)) points"
  }

  /// The check to repair first: the first that ran and did not pass.
  var toRepair: CheckResult? {
    checks.first { $0.verdict != .passed && $0.verdict != .skipped }
  }
}

extension Verdict {
  fileprivate var predicate: String {
    switch self {
    case .rejected: "was not accepted"
    case .graderError: "could not be graded; this is not a grade"
    default: words
    }
  }
}

extension CheckResult {
  /// The message and the counterexample as lines of text, safe to show.
  ///
  /// Empty for a hidden check.
  var explanation: String {
    if hidden { return "" }
    var lines = [shown(message, limit: ShownLimits.message)]
    if let example = counterexample {
      func value(_ text: String) -> String {
        shown(text, limit: ShownLimits.value)
      }
      lines += [
        value(example.arguments), "expected  \(value(example.expected))",
        "received  \(value(example.received))",
      ]
    }
    if let place {
      lines.append(
        "line \(place.line): \(shownInALine(place.code))")
    }
    return lines.filter { !$0.isEmpty }.joined(separator: "\n")
  }

  /// The name under which it appears: of a hidden check only its id.
  var name: String { hidden ? id : "\(function): \(shownInALine(title))" }
}

extension SubmissionResult {
  /// The compiler's messages as lines of text, safe to show.
  var diagnosticLines: [String] {
    let errors = diagnostics.filter { $0.severity == "error" }
    let told = errors.isEmpty ? diagnostics : errors
    return told.prefix(ShownLimits.diagnostics).map { one in
      "line \(one.line), column \(one.column): \(one.severity): "
        + shown(one.message, limit: ShownLimits.message)
    }
  }

  /// What stopped the submission as a whole, as lines of text, safe to show.
  var whole: String {
    let lines = diagnosticLines
    return lines.isEmpty
      ? shown(message, limit: ShownLimits.message)
      : lines.joined(separator: "\n")
  }
}

/// A number without needless digits.
func number(_ value: Double) -> String {
  let hundredths = (value * 100).rounded() / 100
  return hundredths == hundredths.rounded() && abs(hundredths) < 1e15
    ? "\(Int(hundredths))" : "\(hundredths)"
}

/// Milliseconds as seconds with three decimals, as test reports want them.
func seconds(_ milliseconds: Int) -> String {
  let part = String(milliseconds % 1_000 + 1_000).dropFirst()
  return "\(milliseconds / 1_000).\(part)"
}

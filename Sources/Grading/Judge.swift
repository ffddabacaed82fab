package import Checks

/// What one check gave, and how long it took.
package struct Evidence: Sendable {
  package var check: Check
  package var outcome: Outcome
  package var milliseconds: Int

  package init(check: Check, outcome: Outcome, milliseconds: Int = 0) {
    self.check = check
    self.outcome = outcome
    self.milliseconds = milliseconds
  }
}

/// What the evidence of one check comes to.
///
/// Pure: points are given for what the trusted process has verified, and for
/// nothing else.
package func judged(_ evidence: Evidence) -> CheckReport {
  let check = evidence.check
  var report = CheckReport(
    id: check.id, title: check.title, function: check.subject.name,
    status: .failed, maxPoints: check.points, lesson: check.section,
    milliseconds: evidence.milliseconds)
  switch evidence.outcome {
  case .passed:
    report.status = .passed
    report.points = check.points
  case .failed(let failure):
    report.message = failure.message
    report.mistake = failure.mistake
    report.counterexample = failure.counterexample
    report.lesson = failure.section ?? check.section
  case .skipped(let reason):
    report.status = .skipped
    report.message = reason
  case .notWritten(let function):
    report.status = .notWritten
    report.message = "\(function) is not written yet"
  case .interrupted(let interruption, let call):
    report.status = status(of: interruption)
    report.message = words(for: interruption, in: check.subject.name)
    if case .crashed(let crash) = interruption {
      report.place = crash.place
      report.counterexample = call.map {
        Counterexample(
          arguments: $0, expected: "an answer", received: "none: a crash")
      }
    }
  }
  return report
}

private func status(of interruption: Interruption) -> CheckReport.Status {
  switch interruption {
  case .notWritten: .notWritten
  case .crashed, .threw: .runtimeError
  case .timeLimit: .timeLimit
  case .memoryLimit: .memoryLimit
  case .outputLimit, .fileLimit: .outputLimit
  case .protocolError: .protocolError
  case .environment: .skipped
  }
}

private func words(
  for interruption: Interruption, in function: String
) -> String {
  switch interruption {
  case .notWritten(let name):
    return "\(name.isEmpty ? function : name) is not written yet"
  case .crashed(let crash):
    return crash.explanation
  case .threw(let error):
    return "the function threw an error: \(error)"
  case .timeLimit(let seconds):
    return "no answer after \(shown(seconds: seconds)) s. Is there an "
      + "infinite loop?"
  case .memoryLimit(let megabytes):
    return "the program wanted more than \(megabytes) MiB of memory"
  case .outputLimit(let bytes):
    return "the program printed more than \(bytes >> 20) MiB: "
      + "does a loop print for ever?"
  case .fileLimit(let megabytes):
    return "the program wrote a file of more than \(megabytes) MiB"
  case .protocolError(let reason):
    return "no usable answer: \(reason)"
  case .environment(let reason):
    return reason
  }
}

private func shown(seconds: Double) -> String {
  seconds == seconds.rounded() ? "\(Int(seconds))" : "\(seconds)"
}

/// What the checks together come to.
package func verdict(
  of checks: [CheckReport]
) -> (status: Report.Status, message: String) {
  let judged = checks.filter { $0.status != .skipped }
  let passed = judged.filter { $0.status == .passed }
  if !judged.isEmpty && passed.count == checks.count {
    return (.passed, "all \(passed.count) checks passed")
  }
  let unwritten = judged.filter { $0.status == .notWritten }
  if !unwritten.isEmpty, unwritten.count == judged.count {
    return (.notWritten, unwritten[0].message)
  }
  return (.failed, "\(passed.count) of \(checks.count) checks passed")
}

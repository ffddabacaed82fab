package import Checks

/// What became of a submission, or of one of its checks.
///
/// Only `passed` gives points, and only the trusted process says it.
package enum Verdict: String, Sendable, Codable, CaseIterable {
  case passed
  /// A wrong answer.
  case failed
  /// The function is still as the course handed it out.
  case notWritten = "not_written"
  case compileError = "compile_error"
  case compileLimit = "compile_limit"
  case timeLimit = "time_limit"
  case memoryLimit = "memory_limit"
  case outputLimit = "output_limit"
  case runtimeError = "runtime_error"
  /// Too few, too many or garbled answers.
  case protocolError = "protocol_error"
  /// Refused before it was compiled or run.
  case rejected
  /// The grader's own failure; never a grade.
  case graderError = "grader_error"
  /// Not run; only a check can be skipped.
  case skipped

  package init(_ status: CheckReport.Status) {
    self =
      switch status {
      case .passed: .passed
      case .failed: .failed
      case .notWritten: .notWritten
      case .runtimeError: .runtimeError
      case .timeLimit: .timeLimit
      case .memoryLimit: .memoryLimit
      case .outputLimit: .outputLimit
      case .protocolError: .protocolError
      case .skipped: .skipped
      }
  }

  /// The verdict on a whole submission: unless it failed as a whole, that of
  /// its first check which did not pass.
  package init(_ report: Report) {
    switch report.status {
    case .passed: self = .passed
    case .compileError: self = .compileError
    case .compileLimit: self = .compileLimit
    case .rejected: self = .rejected
    case .graderError: self = .graderError
    case .failed, .notWritten:
      let stopped = report.checks.first {
        ![.passed, .skipped].contains($0.status)
      }
      self = stopped.map { Verdict($0.status) } ?? .notWritten
    }
  }
}

package import Wire

/// Why a call of a learner's function returned no answer.
package enum Interruption: Error, Sendable, Equatable {
  /// The named function has not been written yet.
  case notWritten(String)

  /// The process died.
  case crashed(Crash)

  /// The function threw an error, in words.
  case threw(String)

  /// No answer came within this many seconds.
  case timeLimit(Double)

  /// The process needed more than this many mebibytes.
  case memoryLimit(Int)

  /// The process printed more than this many bytes.
  case outputLimit(Int)

  /// The process wrote a file larger than this many mebibytes.
  case fileLimit(Int)

  /// The process ended without an answer, or sent an invalid one.
  case protocolError(String)

  /// The grader could not do its work; the learner is not to blame.
  case environment(String)

  /// The user had seen enough.
  case stopped
}

extension Interruption {
  /// What is shown for the answer where a function crashed or threw an error;
  /// nil for what may happen at any call.
  package var silence: String? {
    switch self {
    case .crashed: "none: a crash"
    case .threw(let error): "an error: \(error)"
    default: nil
    }
  }

  /// What is said where there should be an answer; nil if the judge says more.
  func remark(but byte: DecidingByte? = nil) -> Remark? {
    guard case .threw(let error) = self else { return nil }
    let reason = byte.map {
      ". There would be an answer if byte \($0.place), counted from 0, were "
        + "\($0.other) instead of \($0.value)"
    }
    return .words(
      "there should be an answer, but your function threw an error: \(error)"
        + (reason ?? ""))
  }
}

/// How a process crashed.
package struct Crash: Sendable, Equatable {
  /// The signal, such as `SIGILL`.
  package var signal: String

  package var reason: TrapReason

  /// The learner's line that stopped the program, if it is known.
  package var place: SourceLine?

  package var clue: TrapClue?

  package init(
    signal: String, reason: TrapReason = .unknown, place: SourceLine? = nil,
    clue: TrapClue? = nil
  ) {
    self.signal = signal
    self.reason = reason
    self.place = place
    self.clue = clue
  }
}

/// Something that answers calls of a learner's functions: a child process or,
/// in a test, a function.
package protocol Callee: AnyObject {
  /// Whether a crash comes with its reason and line, which takes far longer
  /// than the crash.
  var explainsCrashes: Bool { get set }

  /// Calls a function by its full name.
  ///
  /// `seconds` is the time limit; `event` receives what the function reports
  /// while it runs, and ends the call if it throws.
  func call(
    _ function: String, _ arguments: [WireValue], seconds: Double,
    event: (String, WireValue) throws(Interruption) -> Void
  ) throws(Interruption) -> WireValue
}

extension Callee {
  /// Functions of this process do not crash.
  package var explainsCrashes: Bool {
    get { true }
    set {}
  }
}

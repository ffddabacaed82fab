package import Wire

/// Why a call of a learner's function came to no answer.
package enum Interruption: Error, Sendable, Equatable {
  /// The function named has not been written yet.
  case notWritten(String)

  /// The process died.
  case crashed(Crash)

  /// The function threw an error, in words.
  case threw(String)

  /// No answer came within so many seconds.
  case timeLimit(Double)

  /// The process wanted more than so many megabytes.
  case memoryLimit(Int)

  /// The process printed more than so many bytes.
  case outputLimit(Int)

  /// The process wrote a file of more than so many megabytes.
  case fileLimit(Int)

  /// The process ended without an answer, or its answer is none.
  case protocolError(String)

  /// Nothing that the learner did: the grader could not do its work.
  case environment(String)
}

/// How a process died.
package struct Crash: Sendable, Equatable {
  /// Such as `SIGILL`.
  package var signal: String

  package var reason: TrapReason

  /// The learner's line that stopped the program, where it can be told.
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

/// Whoever answers calls of a learner's functions: a child process, or in a
/// test a function.
package protocol Callee: AnyObject {
  /// Calls a function by its full name.
  ///
  /// `seconds` is the time it may take; `event` hears what the function
  /// reports while it works.
  func call(
    _ function: String, _ arguments: [WireValue], seconds: Double,
    event: (String, WireValue) -> Void
  ) throws(Interruption) -> WireValue
}

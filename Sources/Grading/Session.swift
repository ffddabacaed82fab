package import Checks
internal import System
package import Wire

/// Calls the functions of a learner's program.
///
/// The process is started at the first call, and started again after each call
/// that returned no answer, so that one crash fails only one check.
package final class Session: Callee {
  private let command: Command
  private let limits: SessionLimits
  private let files: [String: Source]
  private let symbolizer: Symbolizer?
  private var child: Child?
  private var calls = 0

  /// How many bytes the process had printed when the call began.
  private var printedBefore = 0

  /// Whether the runtime prints a backtrace when the process crashes.
  package var explainsCrashes = true {
    didSet { if explainsCrashes != oldValue { end() } }
  }

  /// What the learner's code printed, up to a limit.
  package private(set) var output = LearnerOutput()

  /// Creates a session with a program.
  ///
  /// `files` are the learner's files, keyed by the names they were compiled
  /// under; they serve to find the line of a crash.
  package init(
    _ command: Command, files: [String: Source], limits: SessionLimits,
    symbolizer: Symbolizer? = nil
  ) {
    self.command = command
    self.files = files
    self.symbolizer = symbolizer
    self.limits = limits
  }

  /// Ends the process, if there is one.
  package func end() {
    guard let child else { return }
    child.end()
    output.append(child.complaints)
    self.child = nil
  }

  package func call(
    _ function: String, _ arguments: [WireValue], seconds: Double,
    event: (String, WireValue) throws(Interruption) -> Void
  ) throws(Interruption) -> WireValue {
    let child = try runningChild()
    calls += 1
    printedBefore = child.complaints.count
    do throws(Interruption) {
      guard child.received.isEmpty else {
        throw .protocolError("the program sent bytes before it was called")
      }
      child.send(
        Frame(Call(id: calls, function: function, arguments: arguments))
          .segments)
      return try answer(from: child, seconds: seconds, event: event)
    } catch {
      // A process whose function threw an error can take the next call.
      if case .threw = error { throw error }
      end()
      throw error
    }
  }

  /// The running process; starts it if there is none.
  private func runningChild() throws(Interruption) -> Child {
    if let child { return child }
    // A box that was killed takes a moment to end with all that it started,
    // which counts against the limits of the next one.
    for pause in [100_000, 300_000, 900_000] as [UInt32]
    where command.isBoxed {
      do throws(Interruption) {
        return try startedChild()
      } catch {
        guard case .environment = error else { throw error }
        usleep(pause)
      }
    }
    return try startedChild()
  }

  /// Starts the process, and reads its greeting.
  private func startedChild() throws(Interruption) -> Child {
    let child: Child
    var command = command
    if !explainsCrashes { command.environment["SWIFT_BACKTRACE"] = "enable=no" }
    command.awaitsStart?()
    do {
      child = try Child(command)
    } catch {
      throw .environment("\(error)")
    }
    self.child = child
    do throws(Interruption) {
      let deadline = ContinuousClock.now + .seconds(limits.startSeconds)
      let reply = try nextReply(from: child, until: deadline, within: 0)
      guard case .hello(wireVersion, _) = reply else {
        throw .protocolError("the program did not begin with a greeting")
      }
      return child
    } catch {
      // No learner's code has run yet, so the learner is not to blame.
      let words = lastLines(child.complaints.end)
      end()
      if case .protocolError = error, words.isEmpty { throw error }
      throw .environment(
        "the compiled program cannot start: "
          + (words.isEmpty ? "it printed nothing" : words))
    }
  }

  private func answer(
    from child: Child, seconds: Double,
    event: (String, WireValue) throws(Interruption) -> Void
  ) throws(Interruption) -> WireValue {
    let deadline = ContinuousClock.now + .seconds(seconds)
    while true {
      switch try nextReply(from: child, until: deadline, within: seconds) {
      case .returned(calls, let value): return value
      case .threw(calls, let words): throw .threw(String(words.prefix(2_000)))
      case .event(calls, let name, let value): try event(name, value)
      default: throw .protocolError("the program answered another call")
      }
    }
  }

  /// The next reply; anything else that happens is thrown.
  private func nextReply(
    from child: Child, until deadline: ContinuousClock.Instant,
    within seconds: Double
  ) throws(Interruption) -> Reply {
    var deadline = deadline
    var isDying = false
    while true {
      if let reply = try takeReply(from: child) { return reply }
      if child.complaints.count - printedBefore > limits.outputBytes {
        throw .outputLimit(limits.outputBytes)
      }
      guard child.turn(until: deadline) else {
        if let reply = try takeReply(from: child) { return reply }
        throw reason(ofTheEndOf: child, within: seconds)
      }
      guard ContinuousClock.now >= deadline else { continue }
      // A process that is reporting its crash has stopped in time; only the
      // report is late.
      guard !isDying, isReportingCrash(child.complaints) else {
        // A process that runs out of memory may take long to die.
        child.end()
        throw isNearLimit(child, megabytes: limits.megabytes)
          ? .memoryLimit(limits.megabytes) : .timeLimit(seconds)
      }
      isDying = true
      deadline += .seconds(5)
    }
  }

  /// The first reply among the bytes received, if it is complete.
  private func takeReply(from child: Child) throws(Interruption) -> Reply? {
    guard child.received.count >= frameHeaderSize else { return nil }
    do throws(WireError) {
      let limits = WireLimits(bytes: limits.answerBytes)
      let length = try bodyLength(
        header: child.received.prefix(frameHeaderSize), limits: limits)
      let end = frameHeaderSize + length
      guard child.received.count >= end else { return nil }
      let body = Array(child.received[frameHeaderSize..<end])
      child.received.removeFirst(end)
      return try Reply(body: body, limits: limits)
    } catch {
      throw .protocolError("\(error)")
    }
  }

  private func reason(
    ofTheEndOf child: Child, within seconds: Double
  ) -> Interruption {
    guard child.received.isEmpty else {
      return .protocolError("the answer ends too early")
    }
    return ending(
      of: child, files: files, megabytes: limits.megabytes, seconds: seconds,
      symbolizer: symbolizer)
  }
}

/// The limits of a learner's program.
package struct SessionLimits: Sendable, Equatable {
  /// Its memory, in mebibytes.
  package var megabytes: Int

  /// The time it may take to start, in seconds.
  package var startSeconds = 10.0

  /// The bytes it may print during one call; beyond that it is killed.
  package var outputBytes = 1 << 20

  /// The largest answer, in bytes.
  package var answerBytes = 8 << 20

  package init(megabytes: Int) {
    self.megabytes = megabytes
  }
}

/// What the learner's code printed over a session, up to a limit.
package struct LearnerOutput: Sendable, Equatable {
  /// The text, without the runtime's crash reports.
  package private(set) var text = ""

  private let kept = 16_384

  mutating func append(_ complaints: BoundedText) {
    let words = learnersOutput(in: complaints.beginning)
    guard text.utf8.count < kept else { return }
    text += words.prefix(kept - text.utf8.count)
    let left = complaints.count - words.utf8.count
    if words.utf8.count > kept || left > kept {
      text += "\n[… the output is cut off here]\n"
    }
  }
}

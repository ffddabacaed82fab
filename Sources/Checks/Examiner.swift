internal import System
package import Tensors

/// What running one check gave: the evidence that the judge looks at.
package enum Outcome: Sendable, Equatable {
  case passed
  case failed(Failure)

  /// The call that was under way, as shown, came to no answer.
  case interrupted(Interruption, call: String?)

  case skipped(SkipReason)

  /// Not run, because the function is known not to be written.
  case notWritten(String)
}

/// Runs a check against a callee.
package func outcome(
  of check: Check, in examination: Examination
) -> Outcome {
  do {
    if let failure = try check.body(examination) { return .failed(failure) }
    return .passed
  } catch let interruption as Interruption {
    return .interrupted(interruption, call: examination.lastCall?.shown)
  } catch {
    // The reference or a property threw: the course's mistake, never the
    // learner's.
    return .interrupted(
      .environment("the check \(check.id) itself failed: \(reason(error))"),
      call: nil)
  }
}

/// A generator for one check: the same for the same seed and check, whatever
/// other checks ran before.
package func generator(seed: UInt64, check id: String) -> SeededGenerator {
  SeededGenerator(seed: fnv1a(id, from: seed))
}

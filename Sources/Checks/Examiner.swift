internal import System
package import Tensors

/// The result of running one check: the evidence for the judge.
package enum Outcome: Sendable, Equatable {
  case passed
  case failed(Failure)

  /// The current call, as shown, returned no answer.
  case interrupted(Interruption, call: String?)

  case skipped(SkipReason)

  /// Not run, because the function is known to be unwritten.
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

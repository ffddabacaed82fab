/// What failed when an exercise was last checked, and how much help was given
/// with it.
///
/// It describes the first function that failed: the one to fix first.
package struct LastFailure: Sendable, Equatable, Codable {
  /// The full name of the function.
  package var function: String

  /// The ids of the function's checks that failed, sorted.
  package var checks: [String]

  /// The ids of the mistakes that were recognized in it, sorted.
  package var mistakes: [String]

  /// How many hints were given since it began to fail in this way.
  package var hints = 0

  package init(function: String, checks: [String], mistakes: [String]) {
    self.function = function
    self.checks = checks.sorted()
    self.mistakes = Array(Set(mistakes)).sorted()
  }
}

extension ExerciseProgress {
  /// Records what failed; hints start over if it fails in a different way.
  package mutating func remember(_ failure: LastFailure?) {
    var failure = failure
    if let last = lastFailure, last.function == failure?.function,
      last.checks == failure?.checks, last.mistakes == failure?.mistakes
    {
      failure?.hints = last.hints
    }
    lastFailure = failure
  }
}

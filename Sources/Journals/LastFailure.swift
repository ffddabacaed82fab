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

/// The first error of an exercise that does not compile.
package struct FirstError: Sendable, Equatable, Codable {
  /// Its line in the learner's file.
  package var line: Int
  /// The compiler's words.
  package var message: String
  /// The same in plain words, if the course has any.
  package var meaning: String?
  /// The full name of the exercise's function that contains it, if any.
  package var function: String?

  package init(
    line: Int, message: String, meaning: String?, function: String?
  ) {
    self.line = line
    self.message = message
    self.meaning = meaning
    self.function = function
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

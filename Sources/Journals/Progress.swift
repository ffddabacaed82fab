package import System

/// What the learner has done so far, as stored in `.course/progress.json`.
///
/// It is not named `Progress`, because Foundation has a type of that name.
package struct LearnerProgress: Sendable, Equatable, Codable {
  /// The version of the file's format.
  package static let currentVersion = 1

  package var version = Self.currentVersion

  /// The exercises, by lesson id.
  package var exercises: [String: ExerciseProgress] = [:]

  package init() {}

  /// The exercise's progress; empty if nothing was done.
  package subscript(id: String) -> ExerciseProgress {
    get { exercises[id] ?? ExerciseProgress() }
    set { exercises[id] = newValue }
  }
}

/// What the learner has done in one exercise.
package struct ExerciseProgress: Sendable, Equatable, Codable {
  /// The time at which all checks first passed.
  package var passed: Date?

  /// How many times the exercise was checked.
  package var attempts = 0

  /// The verdict of the last check, as in the JSON of `check`.
  package var lastStatus: String?

  /// The time at which the solution was shown before the exercise was passed.
  package var gaveUp: Date?

  /// The names of the snapshots, oldest first.
  package var snapshots: [String] = []

  /// The index of the snapshot that the learner's file last matched.
  package var position = -1

  // Properties added later are optional, so that an older file can be read.

  /// What failed when the exercise was last checked.
  package var lastFailure: LastFailure?

  /// The functions that were written when the exercise was last checked, by
  /// full name: whether each passed all of its checks.
  package var functions: [String: Bool]?

  /// The first error, if the exercise did not compile when it was last checked.
  package var firstError: FirstError?

  /// The questions that were answered, by id: whether the first answer was
  /// right when the question was last asked.
  package var quizzes: [String: Bool]?

  package init() {}
}

extension LearnerProgress {
  /// Whether the course could have written these values: anybody may have
  /// edited the file.
  var isSound: Bool {
    exercises.values.allSatisfy { exercise in
      (0..<1_000_000_000).contains(exercise.attempts)
        && (-1..<exercise.snapshots.count).contains(exercise.position)
        && exercise.snapshots.allSatisfy { name in
          name.hasSuffix(".swift")
            && name.dropLast(".swift".count).allSatisfy(\.isNumber)
        }
    }
  }
}

/// The reason why the journal cannot be read or written.
package struct JournalError: Error, Equatable, CustomStringConvertible {
  package let description: String

  package init(_ description: String) {
    self.description = description
  }
}

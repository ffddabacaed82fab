#if canImport(FoundationEssentials)
package import FoundationEssentials
#else
package import Foundation
#endif

/// What the learner has done so far, as `.course/progress.json` holds it.
///
/// Named after what it records; `Progress` itself is Foundation's name.
package struct LearnerProgress: Sendable, Equatable, Codable {
  /// The version of the file's form.
  package static let currentVersion = 1

  package var version = Self.currentVersion

  /// By lesson id.
  package var exercises: [String: ExerciseProgress] = [:]

  package init() {}

  /// The exercise's progress; a fresh one where nothing was done.
  package subscript(id: String) -> ExerciseProgress {
    get { exercises[id] ?? ExerciseProgress() }
    set { exercises[id] = newValue }
  }
}

/// What the learner has done in one exercise.
package struct ExerciseProgress: Sendable, Equatable, Codable {
  /// When all checks passed first.
  package var passed: Date?

  /// How many checks were made.
  package var attempts = 0

  /// The verdict of the last one, as in the JSON of `check`.
  package var lastStatus: String?

  /// When the solution was shown before the exercise was passed.
  package var gaveUp: Date?

  /// The names of the snapshots, oldest first.
  package var snapshots: [String] = []

  /// Which snapshot the learner's file was last the same as.
  package var position = -1

  // Later additions are optional, so that an older file can be read.

  /// What failed when the exercise was last checked.
  package var lastFailure: LastFailure?

  /// The questions that were answered, by id: whether they were right.
  package var quizzes: [String: Bool]?

  package init() {}
}

extension LearnerProgress {
  /// Whether the numbers can be what the course wrote: a file is read that
  /// anybody could have edited.
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

/// What keeps the journal from being read or written.
package struct JournalError: Error, Equatable, CustomStringConvertible {
  package let description: String

  package init(_ description: String) {
    self.description = description
  }
}

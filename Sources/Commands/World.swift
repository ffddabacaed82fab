package import Checks
package import Figures
package import Pages
package import System
package import Terminals

/// Every seam to the outside as one value: what a command reads from it and
/// writes to it.
package struct World: Sendable {
  /// The words after the program's name.
  package var arguments: [String]
  package var environment: [String: String]
  package var currentFolder: String

  /// The path of the running program; the library lies beside it.
  package var executable: String

  /// The number of the user who runs the program.
  package var user: UInt32

  /// What standard output can show.
  package var screen: Screen

  package var now: @Sendable () -> Date

  /// A seed that differs from run to run.
  package var seed: @Sendable () -> UInt64

  /// Writes to standard output.
  package var write: @Sendable (String) -> Void

  /// Writes to standard error.
  package var complain: @Sendable (String) -> Void

  /// The checks of every lesson; they are made on demand, because most
  /// commands need none.
  package var registry: @Sendable () -> [ExerciseChecks]

  /// The figures of every lesson.
  package var figures: [LessonFigures] = []

  /// What a reader at a terminal can do; nil in a pipe.
  package var desk: Desk?

  package init(
    arguments: [String], environment: [String: String], currentFolder: String,
    executable: String, user: UInt32, screen: Screen,
    now: @escaping @Sendable () -> Date,
    seed: @escaping @Sendable () -> UInt64,
    write: @escaping @Sendable (String) -> Void,
    complain: @escaping @Sendable (String) -> Void,
    registry: @escaping @Sendable () -> [ExerciseChecks],
    desk: Desk? = nil
  ) {
    self.arguments = arguments
    self.environment = environment
    self.currentFolder = currentFolder
    self.executable = executable
    self.user = user
    self.screen = screen
    self.now = now
    self.seed = seed
    self.write = write
    self.complain = complain
    self.registry = registry
    self.desk = desk
  }
}

/// The exit statuses, as the README promises them.
package enum ExitStatus: Int32, Sendable {
  /// Passed or done.
  case done = 0
  /// Checked and not passed.
  case notPassed = 1
  /// Wrong usage.
  case usage = 2
  /// Could not be checked, for a reason outside the learner's file.
  case environment = 3
}

/// Why a command came to nothing: said in one sentence.
package struct CommandFailure: Error {
  package let status: ExitStatus
  package let message: String

  package init(_ status: ExitStatus, _ message: String) {
    self.status = status
    self.message = message
  }
}

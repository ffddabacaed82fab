package import Checks
package import Pages
package import Plots
package import System
package import Terminals

/// The outside world as one value: everything that a command reads or writes.
package struct World: Sendable {
  /// The arguments after the program's name.
  package var arguments: [String]
  package var environment: [String: String]
  package var currentFolder: String

  /// The path of the running program; the library is in the same folder.
  package var executable: String

  /// The numeric id of the user who runs the program.
  package var user: UInt32

  /// The screen of standard output.
  package var screen: Screen

  package var now: @Sendable () -> Date

  /// A seed that differs from run to run.
  package var seed: @Sendable () -> UInt64

  /// Writes to standard output.
  package var write: @Sendable (String) -> Void

  /// Writes to standard error.
  package var writeError: @Sendable (String) -> Void

  /// Makes the checks of every lesson, on demand because most commands need
  /// none.
  package var registry: @Sendable () -> [ExerciseChecks]

  /// The figures of every lesson.
  package var figures: [LessonFigures] = []

  /// The interactive features of the terminal, or nil in a pipe.
  package var desk: Desk?

  package init(
    arguments: [String], environment: [String: String], currentFolder: String,
    executable: String, user: UInt32, screen: Screen,
    now: @escaping @Sendable () -> Date,
    seed: @escaping @Sendable () -> UInt64,
    write: @escaping @Sendable (String) -> Void,
    writeError: @escaping @Sendable (String) -> Void,
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
    self.writeError = writeError
    self.registry = registry
    self.desk = desk
  }
}

/// The exit statuses, as documented in the README.
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

/// The reason why a command failed, in one sentence.
package struct CommandFailure: Error {
  package let status: ExitStatus
  package let message: String

  package init(_ status: ExitStatus, _ message: String) {
    self.status = status
    self.message = message
  }
}

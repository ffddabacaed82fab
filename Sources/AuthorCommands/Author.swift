internal import ArgumentParser
package import Checks
internal import Commands
package import Plots
internal import System

/// The program `course-author`, which `course` executes for `verify` and `new`.
struct Author: RootCommand {
  static let configuration = CommandConfiguration(
    commandName: "course",
    abstract: "For authors: verify lessons, or start a new one.",
    subcommands: [VerifyCommand.self, NewCommand.self])

  @OptionGroup var look: OutputOptions

  func runWithoutCommand(in world: World) -> ExitStatus {
    world.write(Author.helpMessage() + "\n")
    return .done
  }
}

/// Runs the program `course-author` in the real world, and exits with its
/// status.
package func runAsAuthor(
  with registry: @escaping @Sendable () -> [ExerciseChecks],
  figures: [LessonFigures] = []
) -> Never {
  let world = realWorld(with: registry, figures: figures)
  exit(run(Author.self, in: world).rawValue)
}

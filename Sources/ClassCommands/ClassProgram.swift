internal import ArgumentParser
package import Checks
internal import Commands
internal import System

/// The program `course-class`, which `course` executes for `grade`,
/// `gradebook` and `autograder`.
struct ClassProgram: RootCommand {
  static let configuration = CommandConfiguration(
    commandName: "course",
    abstract: "For instructors: grade the submissions of a class.",
    subcommands: [
      GradeCommand.self, GradebookCommand.self, AutograderCommand.self,
    ])

  @OptionGroup var look: OutputOptions

  func runWithoutCommand(in world: World) -> ExitStatus {
    world.write(ClassProgram.helpMessage() + "\n")
    return .done
  }
}

/// Runs the program `course-class` in the real world, and exits with its
/// status.
package func runForClass(
  with registry: @escaping @Sendable () -> [ExerciseChecks]
) -> Never {
  exit(
    run(ClassProgram.self, in: realWorld(with: registry, figures: []))
      .rawValue)
}

internal import ArgumentParser
internal import Commands
internal import System

/// The program `course-web`, which `course` executes for
/// `serve` and `export`.
struct Web: RootCommand {
  static let configuration = CommandConfiguration(
    commandName: "course",
    abstract: "For the browser: serve the lessons, or export them.",
    subcommands: [ServeCommand.self, ExportCommand.self])

  @OptionGroup var look: OutputOptions

  func runWithoutCommand(in world: World) -> ExitStatus {
    world.write(Web.helpMessage() + "\n")
    return .done
  }
}

/// Runs the program `course-web` in the real world, and exits with its status.
package func runAsWeb() -> Never {
  var world = realWorld(with: { [] }, figures: [])
  // The learner's program, which was built beside this one, does the checks.
  world.executable = world.executable.replacing(/-web$/, with: "")
  exit(run(Web.self, in: world).rawValue)
}

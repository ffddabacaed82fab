internal import ArgumentParser
internal import Pages
internal import System
internal import Terminals

/// The program `course`: without a command it says what to do next.
struct Course: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "course",
    abstract: "Softmax regression in Swift: read, write, check.",
    discussion: """
      N is a lesson's number or id. The exit status is 0 for passed or done, \
      1 for checked and not passed, 2 for wrong usage, 3 where something \
      outside the exercise kept it from being checked.
      """,
    subcommands: [
      NextCommand.self, ListCommand.self, ReadCommand.self, RunCommand.self,
      CheckCommand.self, WatchCommand.self, HintCommand.self, DiffCommand.self,
      QuizCommand.self, ResetCommand.self, UndoCommand.self, RedoCommand.self,
      SolutionCommand.self, DataCommand.self, DoctorCommand.self,
      VerifyCommand.self, NewCommand.self,
    ])

  @OptionGroup var look: LookOptions
}

/// What every command can be told about the way it answers.
struct LookOptions: ParsableArguments {
  @Flag(help: "Plain text: no colour, no drawing.")
  var plain = false
}

/// A command that can be carried out in a world.
protocol WorldCommand: ParsableCommand {
  var look: LookOptions { get }

  func run(in world: World) throws -> ExitStatus
}

/// Carries out the command that the world's arguments name.
package func runCourse(in world: World) -> ExitStatus {
  var parsed: any ParsableCommand
  do {
    parsed =
      try plainlyNamedCommand(world.arguments)
      ?? Course.parseAsRoot(world.arguments)
  } catch {
    let names = Course.configuration.subcommands.compactMap {
      $0.configuration.commandName
    }
    if let words = unknownCommand(world.arguments, among: names) {
      world.complain("course: \(words)\n")
      return .usage
    }
    return world.explain(parserError: error)
  }
  do {
    guard let command = parsed as? any WorldCommand else {
      // Only `help` and the root itself are not ours.
      if let root = parsed as? Course {
        return try world.looking(root.look).sayWhatIsNext()
      }
      // It throws the help that was asked for, of the program or a command.
      do {
        try parsed.run()
      } catch {
        return world.explain(parserError: error)
      }
      return .done
    }
    return try command.run(in: world.looking(command.look))
  } catch let failure as CommandFailure {
    world.complain("course: \(failure.message)\n")
    return failure.status
  } catch let error as ValidationError {
    return world.explain(parserError: error)
  } catch {
    // A journal or a file that cannot be read or written.
    world.complain("course: \(reason(error))\n")
    return .environment
  }
}

/// The command that the first word names, if its own options are all that
/// follows; nil where the root has to look, such as for help.
///
/// The root looks at the options of every command first, which takes a third
/// of the time of a short one.
private func plainlyNamedCommand(
  _ arguments: [String]
) -> (any ParsableCommand)? {
  let named = Course.configuration.subcommands.first {
    $0.configuration.commandName == arguments.first
  }
  return try? named?.parse(Array(arguments.dropFirst()))
}

extension World {
  /// The world as the options of a command want it shown.
  fileprivate func looking(_ look: LookOptions) -> World {
    guard look.plain else { return self }
    var world = self
    world.screen.plain = true
    world.screen.colours = .none
    world.desk?.drawsOver = false
    return world
  }

  /// Says what is wrong with the arguments, or the help that was asked for.
  fileprivate func explain(parserError error: any Error) -> ExitStatus {
    let text = Course.fullMessage(for: error) + "\n"
    if Course.exitCode(for: error).isSuccess {
      write(text)
      return .done
    }
    complain(text)
    return .usage
  }
}

package import ArgumentParser
internal import Pages
internal import System
internal import Terminals

/// What every command can be told about the way it answers.
package struct LookOptions: ParsableArguments {
  @Flag(help: "Plain text: no colour, no drawing.")
  var plain = false

  package init() {}
}

/// A command that can be carried out in a world.
package protocol WorldCommand: ParsableCommand {
  var look: LookOptions { get }

  func run(in world: World) throws -> ExitStatus
}

/// A program: the commands it has, and what it does without one.
package protocol RootCommand: ParsableCommand {
  var look: LookOptions { get }

  func runWithoutCommand(in world: World) throws -> ExitStatus
}

/// Carries out the command that the world's arguments name.
package func run<Root: RootCommand>(
  _ root: Root.Type, in world: World
) -> ExitStatus {
  var parsed: any ParsableCommand
  do {
    parsed =
      try plainlyNamedCommand(world.arguments, of: root)
      ?? Root.parseAsRoot(world.arguments)
  } catch {
    let names =
      Root.configuration.subcommands.compactMap {
        $0.configuration.commandName
      } + Sibling.all.flatMap(\.commands)
    if let words = unknownCommand(world.arguments, among: names) {
      world.complain("course: \(words)\n")
      return .usage
    }
    return world.explain(parserError: error, of: root)
  }
  do {
    guard let command = parsed as? any WorldCommand else {
      // Only `help` and the root itself are not ours.
      if let root = parsed as? Root {
        return try root.runWithoutCommand(in: world.looking(root.look))
      }
      // It throws the help that was asked for, of the program or a command.
      do {
        try parsed.run()
      } catch {
        return world.explain(parserError: error, of: root)
      }
      return .done
    }
    return try command.run(in: world.looking(command.look))
  } catch let failure as CommandFailure {
    world.complain("course: \(failure.message)\n")
    return failure.status
  } catch let error as ValidationError {
    return world.explain(parserError: error, of: root)
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
  _ arguments: [String], of root: any RootCommand.Type
) -> (any ParsableCommand)? {
  let named = root.configuration.subcommands.first {
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
  fileprivate func explain(
    parserError error: any Error, of root: any RootCommand.Type
  ) -> ExitStatus {
    let text = root.fullMessage(for: error) + "\n"
    if root.exitCode(for: error).isSuccess {
      write(text)
      return .done
    }
    complain(text)
    return .usage
  }
}

package import ArgumentParser
internal import Pages
internal import System
internal import Terminals

/// The options of every command for the look of its output.
package struct OutputOptions: ParsableArguments {
  @Flag(help: "Plain text: no color, no drawing.")
  package var plain = false

  package init() {}
}

/// A command that runs in a world.
package protocol WorldCommand: ParsableCommand {
  var look: OutputOptions { get }

  func run(in world: World) throws -> ExitStatus
}

/// A program: its commands, and what it does without a command.
package protocol RootCommand: ParsableCommand {
  var look: OutputOptions { get }

  func runWithoutCommand(in world: World) throws -> ExitStatus
}

/// Runs the command that the world's arguments name.
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
      world.writeError("course: \(words)\n")
      return .usage
    }
    return world.explain(parserError: error, of: root)
  }
  do {
    guard let command = parsed as? any WorldCommand else {
      // Only the root and the parser's own `help` are not world commands.
      if let root = parsed as? Root {
        return try root.runWithoutCommand(in: world.looking(root.look))
      }
      // It throws the help text, of the program or of one of its commands.
      do {
        try parsed.run()
      } catch {
        return world.explain(parserError: error, of: root)
      }
      return .done
    }
    return try command.run(in: world.looking(command.look))
  } catch let failure as CommandFailure {
    world.writeError("course: \(failure.message)\n")
    return failure.status
  } catch let error as ValidationError {
    return world.explain(parserError: error, of: root)
  } catch {
    // A journal or another file could not be read or written.
    world.writeError("course: \(reason(error))\n")
    return .environment
  }
}

/// The command that the first argument names, if its own options follow.
///
/// Nil if the root has to parse the arguments, for example for help. The root
/// first examines the options of every command, which takes a third of the
/// time of a short command.
private func plainlyNamedCommand(
  _ arguments: [String], of root: any RootCommand.Type
) -> (any ParsableCommand)? {
  let named = root.configuration.subcommands.first {
    $0.configuration.commandName == arguments.first
  }
  return try? named?.parse(Array(arguments.dropFirst()))
}

extension World {
  /// The world, with the look that a command's options ask for.
  fileprivate func looking(_ look: OutputOptions) -> World {
    guard look.plain else { return self }
    var world = self
    world.screen.plain = true
    world.screen.colors = .none
    world.desk?.drawsOver = false
    return world
  }

  /// Prints what is wrong with the arguments, or the help that was asked for.
  fileprivate func explain(
    parserError error: any Error, of root: any RootCommand.Type
  ) -> ExitStatus {
    let text = root.fullMessage(for: error) + "\n"
    if root.exitCode(for: error).isSuccess {
      write(text)
      return .done
    }
    writeError(text)
    return .usage
  }
}

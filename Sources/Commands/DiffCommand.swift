internal import ArgumentParser
internal import Journals
internal import Lessons
internal import Pages

struct DiffCommand: WorldCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "Show what you changed in exercise N since the starter.")

  @OptionGroup var look: OutputOptions
  @OptionGroup var paging: PagingOptions

  @Argument(help: ArgumentHelp("A lesson's number or id.", valueName: "n"))
  var lesson: String

  @Flag(help: "Compare with the snapshot that `undo` would bring back.")
  var snapshot = false

  func run(in world: World) throws -> ExitStatus {
    let home = try Home(in: world, for: lesson)
    let lesson = try home.lessonWithExercise(lesson)
    let path = home.exercisePath(of: lesson)
    guard let mine = home.contents(of: path) else {
      try home.requireExercise(of: lesson)
      throw CommandFailure(
        .environment,
        "\(home.relative(path)) cannot be read; make it readable with "
          + "`chmod u+r \(home.relative(path))`")
    }
    let starter = lesson.folder + "/Starter.swift"
    let other = snapshot ? "the snapshot before" : home.relative(starter)
    let old =
      snapshot
      ? try home.journal.snapshot(before: mine, of: lesson.id)
      : home.contents(of: starter)
    guard let old else {
      guard snapshot else {
        throw CommandFailure(
          .environment,
          "\(other) is missing; bring it back with "
            + "`git checkout -- \(home.relative(starter))`")
      }
      world.write("No snapshot differs from your file.\n")
      return .notPassed
    }
    let shown = home.relative(path)
    try world.show("What changed in \(shown)", paging) {
      diffPage(
        from: String(decoding: old, as: UTF8.self), named: other,
        to: String(decoding: mine, as: UTF8.self), named: shown, on: $0)
    }
    return .done
  }
}

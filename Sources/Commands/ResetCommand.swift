internal import ArgumentParser
internal import Journals
internal import Lessons

struct ResetCommand: WorldCommand {
  static let configuration = CommandConfiguration(
    commandName: "reset",
    abstract: "Bring exercise N's starter back; what was there is kept.")

  @OptionGroup var look: LookOptions

  @Argument(help: ArgumentHelp("A lesson's number or id.", valueName: "n"))
  var lesson: String

  func run(in world: World) throws -> ExitStatus {
    let home = try Home(in: world)
    let lesson = try home.lessonWithExercise(lesson)
    let path = home.exercisePath(of: lesson)
    guard let starter = home.contents(of: lesson.folder + "/Starter.swift")
    else {
      throw CommandFailure(
        .environment,
        "\(home.relative(lesson.folder))/Starter.swift is missing; bring it "
          + "back with `git checkout -- "
          + "\(home.relative(lesson.folder))/Starter.swift`")
    }
    try home.journal.overwrite(path, of: lesson.id, with: starter)
    world.write(
      "\(home.relative(path)) is the starter again. What was there is kept: "
        + "`swift run course undo \(lesson.number)` brings it back.\n")
    return .done
  }
}

struct UndoCommand: WorldCommand {
  static let configuration = CommandConfiguration(
    commandName: "undo",
    abstract: "Take exercise N's file back to the snapshot before.")

  @OptionGroup var look: LookOptions

  @Argument(help: ArgumentHelp("A lesson's number or id.", valueName: "n"))
  var lesson: String

  func run(in world: World) throws -> ExitStatus {
    let home = try Home(in: world)
    let lesson = try home.lessonWithExercise(lesson)
    let path = home.exercisePath(of: lesson)
    switch try home.journal.undo(path, of: lesson.id) {
    case .restored:
      world.write(
        "\(home.relative(path)) is as it was one snapshot before.\n")
      return .done
    case .broughtBack:
      world.write(
        "\(home.relative(path)) was gone; it is there again as in its last "
          + "snapshot.\n")
      return .done
    case .nothingEarlier:
      world.write(
        "There is no snapshot before the present one of "
          + "\(home.relative(path)).\n")
      return .notPassed
    }
  }
}

extension Home {
  func lessonWithExercise(_ name: String) throws -> Lesson {
    let lesson = try lesson(name)
    guard lesson.exercise != nil else {
      throw CommandFailure(
        .usage, "lesson \(lesson.number) has no exercise")
    }
    return lesson
  }
}

internal import ArgumentParser
internal import Journals
internal import Lessons

struct ResetCommand: WorldCommand {
  static let configuration = CommandConfiguration(
    commandName: "reset",
    abstract: "Bring exercise N's starter back; what was there is kept.")

  @OptionGroup var look: OutputOptions

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

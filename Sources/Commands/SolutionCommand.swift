internal import ArgumentParser
internal import Journals
internal import Lessons

struct SolutionCommand: WorldCommand {
  static let configuration = CommandConfiguration(
    commandName: "solution",
    abstract: "Show the model answer of exercise N, once it is passed.")

  @OptionGroup var look: OutputOptions

  @Argument(help: ArgumentHelp("A lesson's number or id.", valueName: "n"))
  var lesson: String

  @Flag(help: "Show it although the exercise is not passed yet.")
  var giveUp = false

  func run(in world: World) throws -> ExitStatus {
    let home = try Home(in: world)
    let lesson = try home.lessonWithExercise(lesson)
    let path = home.solutionPath(of: lesson)
    guard let text = home.text(of: path) else {
      throw CommandFailure(.environment, "\(home.relative(path)) is missing")
    }
    let passed = try home.journal.progress()[lesson.id].passed != nil
    guard passed || giveUp else {
      world.writeError(
        "course: exercise \(lesson.number) is not passed yet; pass it first, "
          + "or see the answer with `swift run course solution "
          + "\(lesson.number) --give-up`\n")
      return .notPassed
    }
    if !passed {
      let now = world.now()
      try home.journal.update { progress in
        progress[lesson.id].gaveUp = progress[lesson.id].gaveUp ?? now
      }
    }
    world.write(text)
    return .done
  }
}

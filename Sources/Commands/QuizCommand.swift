internal import ArgumentParser
internal import Lessons
internal import Pages
internal import Terminals

struct QuizCommand: WorldCommand {
  static let configuration = CommandConfiguration(
    commandName: "quiz", abstract: "Ask the questions of lesson N.",
    discussion: """
      On a terminal they come one at a time, their options in a new order; \
      the first answer to each is recorded, and those that were right do not \
      come again. In a pipe they are printed.
      """)

  @OptionGroup var look: OutputOptions

  @Argument(help: ArgumentHelp("A lesson's number or id.", valueName: "n"))
  var lesson: String

  @Flag(help: "Print the questions with their answers and reasons.")
  var answers = false

  @Flag(help: "Ask all of them, also those that were right.")
  var again = false

  func run(in world: World) throws -> ExitStatus {
    let home = try Home(in: world, for: lesson)
    let lesson = try home.lesson(lesson)
    if lesson.quizzes.isEmpty {
      world.write("Lesson \(lesson.number) asks no questions.\n")
      return .done
    }
    guard let desk = world.desk, desk.canAnswer, !answers else {
      world.show(printed(lesson.quizzes, on: world.screen))
      return .done
    }
    var sitting = QuizSession(lesson, at: desk, in: home)
    try sitting.ask(again: again)
    return .done
  }

  private func printed(_ quizzes: [Quiz], on screen: Screen) -> [Line] {
    quizzes.enumerated().flatMap { index, quiz -> [Line] in
      let gap: [Line] = index > 0 ? [""] : []
      return gap
        + questionPage(
          quiz, number: index + 1, of: quizzes.count, on: screen)
        + (answers ? [""] + solvedPage(quiz, on: screen) : [])
    }
  }
}

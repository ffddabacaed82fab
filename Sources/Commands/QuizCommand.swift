internal import ArgumentParser
internal import Journals
internal import Lessons
internal import Pages
internal import System
internal import Terminals

struct QuizCommand: WorldCommand {
  static let configuration = CommandConfiguration(
    commandName: "quiz", abstract: "Ask the questions of lesson N.",
    discussion: """
      On a terminal they come one at a time, those that were answered rightly \
      no more; in a pipe they are printed.
      """)

  @OptionGroup var look: LookOptions

  @Argument(help: ArgumentHelp("A lesson's number or id.", valueName: "n"))
  var lesson: String

  @Flag(help: "Print the questions with their answers and reasons.")
  var answers = false

  @Flag(help: "Ask those once more that were answered rightly.")
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
    return try ask(lesson, in: home, desk: desk)
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

  private func ask(
    _ lesson: Lesson, in home: Home, desk: Desk
  ) throws -> ExitStatus {
    let world = home.world
    let quizzes = lesson.quizzes
    var known = try home.journal.progress()[lesson.id].quizzes ?? [:]
    for (index, quiz) in quizzes.enumerated() {
      if !again, known[quiz.id] == true { continue }
      world.show(
        questionPage(
          quiz, number: index + 1, of: quizzes.count, on: world.screen))
      guard let isRight = askOne(quiz, in: world, desk: desk) else { break }
      known[quiz.id] = isRight
      record(quiz, isRight, of: lesson, in: home)
      world.write("\n")
    }
    let right = quizzes.count { known[$0.id] == true }
    world.show(
      quizSummaryPage(
        right: right, of: quizzes.count, lesson: lesson.number,
        on: world.screen))
    return .done
  }

  private func record(
    _ quiz: Quiz, _ isRight: Bool, of lesson: Lesson, in home: Home
  ) {
    do {
      try home.journal.update { progress in
        progress[lesson.id].quizzes = (progress[lesson.id].quizzes ?? [:])
          .merging([quiz.id: isRight]) { $1 }
      }
    } catch {
      home.world.complain(
        "course: the answer was not recorded: \(reason(error))\n")
    }
  }

  /// Asks until the answer is right or given up, which shows it; nil at the
  /// end of input.
  private func askOne(_ quiz: Quiz, in world: World, desk: Desk) -> Bool? {
    while true {
      world.write("\nYour answer (Enter alone shows it): ")
      guard let typed = desk.readLine() else {
        world.write("\n")
        return nil
      }
      if typed.allSatisfy(\.isWhitespace) {
        world.show(solvedPage(quiz, on: world.screen))
        return false
      }
      guard let answer = quiz.answer(reading: typed) else {
        world.write(howToAnswer(quiz) + "\n")
        continue
      }
      world.show(answerPage(quiz, answer, on: world.screen))
      if quiz.isRight(answer) { return true }
    }
  }

  private func howToAnswer(_ quiz: Quiz) -> String {
    switch quiz.kind {
    case .number: "Type a number, such as 0.5, 1/2 or 50%."
    case .choice: "Type one letter or number, such as a or 1."
    case .choices: "Type the letters of all that are right, such as a c."
    }
  }
}

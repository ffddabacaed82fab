internal import Journals
internal import Lessons
internal import Pages
internal import System
internal import Tensors
internal import Terminals

/// The questions of a lesson, asked one after another at a terminal.
struct QuizSession {
  private let lesson: Lesson
  private let desk: Desk
  private let home: Home
  private var random: SeededGenerator

  private var world: World { home.world }

  init(_ lesson: Lesson, at desk: Desk, in home: Home) {
    (self.lesson, self.desk, self.home) = (lesson, desk, home)
    random = SeededGenerator(seed: home.world.seed())
  }

  /// The outcome of a question.
  private struct Outcome {
    /// Whether the first answer was right; nil if there was none.
    var first: Bool?
    /// Whether a later answer was right.
    var later = false
    /// Whether the reader left the quiz.
    var leaves = false
  }

  /// Asks the questions; unless `again`, skips those answered right before.
  mutating func ask(again: Bool) throws {
    let quizzes = lesson.quizzes
    var right = try home.journal.progress()[lesson.id].quizzes ?? [:]
    var later = 0
    for (index, quiz) in quizzes.enumerated()
    where again || right[quiz.id] != true {
      let question = posed(quiz)
      var drawn = question.quiz
      drawn.options.shuffle(using: &random)
      world.show(
        questionPage(
          drawn, number: index + 1, of: quizzes.count, on: world.screen))
      if let missing = question.missing {
        world.show(paragraph(missing, .dim, on: world.screen) + [""])
        continue
      }
      let outcome = ask(drawn)
      right[quiz.id] = outcome.first ?? right[quiz.id]
      if outcome.later { later += 1 }
      world.write("\n")
      if outcome.leaves { break }
    }
    world.show(
      quizSummaryPage(
        right: quizzes.count { right[$0.id] == true }, later: later,
        of: quizzes.count, lesson: lesson.number, on: world.screen))
  }

  /// The question as it is asked: one about runs gets them as its options, or
  /// says what is missing.
  private func posed(_ quiz: Quiz) -> (quiz: Quiz, missing: String?) {
    guard let experiment = quiz.experiment else { return (quiz, nil) }
    let group = experiment.runs(among: home.runs, of: lesson.number)
    guard group.count >= experiment.runs else {
      let found = group.count < 2 ? "none yet" : "\(group.count) so far"
      return (
        quiz,
        "It needs \(experiment.runs) runs of yours that differ only in "
          + "\(experiment.vary.words), and there are \(found): swift run course "
          + "train \(lesson.number) --\(experiment.vary.rawValue) …"
      )
    }
    let question = experiment.question(quiz, about: group)
    guard question.options.count > 1 else {
      return (
        quiz,
        "All of your runs ended alike; train once more with another value."
      )
    }
    return (question, nil)
  }

  /// Asks until the answer is right or shown, or the reader leaves.
  private func ask(_ quiz: Quiz) -> Outcome {
    var outcome = Outcome()
    while true {
      world.write("\nYour answer (Enter shows it, ? helps, q quits): ")
      guard let typed = desk.readLine() else {
        world.write("\n")
        outcome.leaves = true
        return outcome
      }
      switch typed.lowercased().filter({ !$0.isWhitespace }) {
      case "q":
        outcome.leaves = true
        return outcome
      case "":
        note(false, on: quiz, in: &outcome)
        world.show(solvedPage(quiz, on: world.screen))
        return outcome
      default:
        guard let answer = quiz.answer(reading: typed) else {
          world.write(howToAnswer(quiz) + "\n")
          continue
        }
        world.show(answerPage(quiz, answer, on: world.screen))
        if quiz.isRight(answer) {
          note(true, on: quiz, in: &outcome)
          return outcome
        }
        // An answer that is only rounded does not count yet.
        if case .number(let number) = answer, quiz.isNearly(number) { continue }
        note(false, on: quiz, in: &outcome)
      }
    }
  }

  /// Records the first answer; later ones count only in this sitting's summary.
  private func note(
    _ isRight: Bool, on quiz: Quiz, in outcome: inout Outcome
  ) {
    guard outcome.first == nil else {
      outcome.later = isRight
      return
    }
    outcome.first = isRight
    do {
      try home.journal.update { progress in
        progress[lesson.id].quizzes = (progress[lesson.id].quizzes ?? [:])
          .merging([quiz.id: isRight]) { $1 }
      }
    } catch {
      world.writeError(
        "course: the answer was not recorded: \(reason(error))\n")
    }
  }

  private func howToAnswer(_ quiz: Quiz) -> String {
    switch quiz.kind {
    case .number: "Type a number, such as 0.5, 1/2 or 50%."
    case .choice, .runs: "Type one letter or number, such as a or 1."
    case .choices: "Type the letters of all right answers, such as a c."
    }
  }
}

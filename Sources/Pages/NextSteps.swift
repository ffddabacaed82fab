/// What the learner can do after a lesson's text or after a verdict.
package struct NextSteps: Sendable {
  package var lesson: Int
  /// The learner's file, or nil if the lesson has no exercise.
  package var file: String?
  /// The functions of the exercise, in the order of the text.
  package var checkpoints: [CheckpointState] = []
  package var isPassed = false
  /// How many questions the lesson has, and how many were answered.
  package var questions = 0
  package var answered = 0
  /// How many code cells there are, and whether any calls the learner's code.
  package var cells = 0
  package var runsOwn = false
  /// Whether the exercise trains a classifier, which can be looked at.
  package var trains = false
  /// The lesson that follows this one.
  package var next: (number: Int, title: String)?

  package init(lesson: Int) { self.lesson = lesson }
}

/// The steps, one per row: the command and what it does.
package func nextStepsPage(_ steps: NextSteps, on screen: Screen) -> [Line] {
  let rows = steps.rows
  let commands = rows.map { row in
    command("swift run course \(row.command)", key: row.key, on: screen)
  }
  let column = (commands.map { width([$0]) }.max() ?? 0) + 2
  guard screen.measure - column >= 24 else {
    // Two columns do not fit, so put the words below the command.
    return zip(rows, commands).flatMap { row, command in
      [Line([command])] + paragraph(row.words, indent: 2, on: screen)
    }
  }
  return zip(rows, commands).flatMap { row, command in
    let space = String(repeating: " ", count: column - width([command]))
    return wrap(row.words, width: screen.measure - column)
      .beside([command, Span(space)])
  }
}

extension NextSteps {
  private typealias Row = (command: String, key: String?, words: [Span])

  fileprivate var rows: [(command: String, key: String?, words: [Span])] {
    var rows: [Row] = []
    if let file, !isPassed {
      let open = checkpoints.first { $0.standing != .passed }
      let what: [Span] =
        open.map { ["; next is ", Span($0.function, .code)] }
        ?? [", ", Span(file, .code)]
      rows.append(("check \(lesson)", "r", ["checks your file"] + what))
    }
    if answered < questions {
      let open = questions - answered
      let words = open == 1 ? "one question is" : "\(open) questions are"
      rows.append(("quiz \(lesson)", "z", [Span(words + " open")]))
    }
    if cells > 0 {
      let own = runsOwn ? ", with your functions" : ""
      rows.append(
        ("run \(lesson)", "c", [Span("runs the text's code" + own)]))
    }
    if isPassed, trains {
      rows += [
        ("show weights", nil, ["shows what your model has learned"]),
        ("show mistakes", nil, ["shows what it gets wrong"]),
        (
          "train \(lesson)", nil,
          ["trains again, with the settings you choose"]
        ),
      ]
    }
    if isPassed {
      rows.append(("solution \(lesson)", "s", ["shows the model answer"]))
    }
    if isPassed || file == nil, let next {
      let title = "goes on to lesson \(next.number), \(next.title)"
      rows.append(("next", "n", [Span(title)]))
    }
    return rows
  }
}

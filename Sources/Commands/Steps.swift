internal import Checks
internal import Journals
package import Lessons
package import Pages

extension NextSteps {
  /// The checkpoint before the first function that is not passed.
  ///
  /// That is where the text begins to prepare the function. Nil if the reader
  /// should begin at the start of the text, or if all functions are passed.
  var lastPassed: Line.Mark? {
    guard let open = checkpoints.firstIndex(where: { $0.standing != .passed }),
      open > 0
    else { return nil }
    return .checkpoint(checkpoints[open - 1].function)
  }
}

extension Home {
  /// What the learner can do after a lesson's text, given their progress.
  package func steps(after lesson: Lesson) throws -> NextSteps {
    let progress = try journal.progress()
    let own = progress[lesson.id]
    var steps = NextSteps(lesson: lesson.number)
    if lesson.exercise != nil {
      steps.file = relative(exercisePath(of: lesson))
    }
    steps.checkpoints = lesson.checkpoints.map { checkpoint in
      // Journals of earlier versions record only whole exercises.
      let isRight =
        own.functions.map { $0[checkpoint.function] }
        ?? own.passed.map { _ in true }
      let standing: CheckpointState.Standing =
        isRight.map { $0 ? .passed : .failed } ?? .open
      return CheckpointState(function: checkpoint.function, standing: standing)
    }
    steps.isPassed = own.passed != nil
    steps.questions = lesson.quizzes.count
    steps.answered = lesson.quizzes.count { own.quizzes?[$0.id] != nil }
    steps.cells = lesson.cells.count
    steps.trains =
      steps.isPassed
      && world.registry().contains {
        $0.lesson == lesson.id && $0.laboratory != nil
      }
    steps.runsOwn = lesson.cells.contains(where: \.yours)
    let rows = try listRows(in: root, world: world)
    let open = rows.filter { !$0.passed && $0.number != lesson.number }
    steps.next = (open.first { $0.number > lesson.number } ?? open.first).map {
      ($0.number, $0.title)
    }
    return steps
  }
}

internal import ArgumentParser
internal import Checks
package import Journals
package import Lessons
internal import Pages
internal import System

struct HintCommand: WorldCommand {
  static let configuration = CommandConfiguration(
    commandName: "hint",
    abstract: "Give one more hint on what failed last in exercise N.")

  @OptionGroup var look: OutputOptions

  @Argument(
    help: ArgumentHelp(
      "A lesson's number or id (default: the current one).", valueName: "n"))
  var lesson: String?

  @Flag(help: "Show all hints given so far once more.")
  var all = false

  func run(in world: World) throws -> ExitStatus {
    let home =
      try lesson.map { try Home(in: world, for: $0) }
      ?? Home(atNextLessonIn: world)
    let lesson = try lesson.map(home.lessonWithExercise) ?? home.currentLesson()
    world.show(try home.hint(on: lesson, all: all))
    return .done
  }
}

extension Home {
  /// Gives the next hint on the last failure, and records that it was given.
  ///
  /// With `all`, it shows the hints given so far, and gives none.
  func hint(on lesson: Lesson, all: Bool = false) throws -> [Line] {
    let screen = world.screen
    switch try help(on: lesson, all: all) {
    case .passed:
      return paragraph(
        [
          Span("Exercise \(lesson.number) is passed. The model answer: "),
          screen.keys
            ? Span("s", .strong)
            : Span("swift run course solution \(lesson.number)", .code),
        ], on: screen)
    case .noneGiven:
      return paragraph(
        [
          Span("No hint was given yet. The first: "),
          Span("swift run course hint \(lesson.number)", .code),
        ], on: screen)
    case .error(let error, let hint):
      return compileErrorPage(
        line: error.line, message: error.message, meaning: error.meaning,
        hint: hint.map { ($0.function, $0.text) }, exercise: lesson.number,
        on: screen)
    case .hints(let hints, let first, let total, let function):
      return hintPage(
        hints.map(\.text), first: first, of: total, function: function,
        exercise: lesson.number, on: screen)
    }
  }

  /// The next hint on the last failure, which is recorded as given; with `all`,
  /// the hints given so far.
  package func help(on lesson: Lesson, all: Bool = false) throws -> Help {
    try requireExercise(of: lesson)
    let progress = try journal.progress()[lesson.id]
    if !all, let error = progress.firstError {
      return try help(with: error, of: lesson, progress)
    }
    if progress.passed != nil, progress.lastFailure == nil { return .passed }
    let failure = progress.lastFailure ?? unwritten(lesson)
    let hints = try feedback(of: lesson).hints.helping(
      failure.function, with: Set(failure.checks + failure.mistakes))
    let before = min(failure.hints, hints.count)
    let given = all ? before : min(before + 1, hints.count)
    if given > before {
      record(given, of: failure, in: lesson)
    }
    if all, given == 0, !hints.isEmpty { return .noneGiven }
    // If there are no more hints, the last one is shown again.
    let first = all ? 0 : max(given - 1, 0)
    return .hints(
      Array(hints[first..<given]), first: first + 1, of: hints.count,
      function: failure.function)
  }

  /// Help with a compiler error: its meaning, or a hint for its function.
  ///
  /// The hint is the next one for the function, but does not count as given.
  private func help(
    with error: FirstError, of lesson: Lesson, _ progress: ExerciseProgress
  ) throws -> Help {
    let failure =
      progress.lastFailure?.function == error.function
      ? progress.lastFailure : nil
    let hints = try feedback(of: lesson).hints.helping(
      error.function ?? "",
      with: Set((failure?.checks ?? []) + (failure?.mistakes ?? [])))
    let next = hints.dropFirst(failure?.hints ?? 0).first ?? hints.last
    return .error(error, hint: error.meaning == nil ? next : nil)
  }

  /// Records how many hints were given.
  ///
  /// A failure to record is reported, but the hint is shown anyway.
  private func record(_ given: Int, of failure: LastFailure, in lesson: Lesson)
  {
    do {
      try journal.update { progress in
        var exercise = progress[lesson.id]
        exercise.remember(failure)
        exercise.lastFailure?.hints = given
        progress[lesson.id] = exercise
      }
    } catch {
      world.writeError("course: the hint was not recorded: \(reason(error))\n")
    }
  }

  /// A stand-in for the last failure if nothing was checked yet.
  ///
  /// It uses the first function, because no other would be a better choice.
  private func unwritten(_ lesson: Lesson) -> LastFailure {
    let function =
      lesson.checkpoints.first?.function
      ?? lesson.exercise?.functions.first?.fullName ?? ""
    return LastFailure(function: function, checks: [], mistakes: [])
  }
}

/// Help for a learner who is stuck.
package enum Help: Sendable {
  case passed
  /// The exercise does not compile; the hint is for the function with the
  /// error, if there are no plain words for the error itself.
  case error(FirstError, hint: Hint?)
  /// Hints from number `first` of so many on.
  case hints([Hint], first: Int, of: Int, function: String)
  case noneGiven
}

extension ExerciseProgress {
  /// Remembers the first function that failed, or the first compiler error, for
  /// hints.
  ///
  /// If the file does not compile, the last failure of a function is kept.
  mutating func remember(_ report: Report, of source: String, in lesson: Lesson)
  {
    firstError = nil
    switch report.status {
    case .passed: remember(nil as LastFailure?)
    case .failed, .notWritten: remember(firstFailure(in: report))
    case .compileError, .rejected:
      firstError = firstError(in: report, source, lesson)
    case .compileLimit, .graderError: break
    }
  }

  /// The first error or, of several on its line, one with a meaning.
  private func firstError(
    in report: Report, _ source: String, _ lesson: Lesson
  ) -> FirstError? {
    let errors = report.diagnostics.filter { $0.severity == "error" }
    let ofLine = errors.filter { $0.line == errors.first?.line }
    guard let error = ofLine.first(where: { $0.meaning != nil }) ?? ofLine.first
    else { return nil }
    return FirstError(
      line: error.line, message: error.message, meaning: error.meaning,
      function: lesson.function(at: error.line, in: source))
  }

  private func firstFailure(in report: Report) -> LastFailure? {
    let failed = report.checks.filter {
      $0.status != .passed && $0.status != .skipped
    }
    let first = report.checks.first { $0.id == report.first }
    guard let function = first?.function else { return lastFailure }
    // A function that is not written has not failed any checks, so its gentlest
    // hint comes first.
    let own = failed.filter {
      $0.function == function && $0.status != .notWritten
    }
    return LastFailure(
      function: function, checks: own.map(\.id),
      mistakes: own.compactMap(\.mistake))
  }
}

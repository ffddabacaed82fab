internal import ArgumentParser
internal import Checks
internal import Grading
internal import Journals
internal import Lessons
internal import Pages
internal import System

struct CheckCommand: WorldCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Grade exercise N (default: the current one).")

  @OptionGroup var look: OutputOptions
  @OptionGroup var data: DataOptions

  @Argument(help: ArgumentHelp("A lesson's number or id.", valueName: "n"))
  var lesson: String?

  @Option(
    help: ArgumentHelp(
      "Grade this file instead of your own; records nothing. It runs "
        + "unconfined, as you: do not grade a stranger's file this way.",
      valueName: "path"))
  var file: String?

  @Flag(help: "Print one JSON object.")
  var json = false

  @Flag(help: "Show every check, not only what to repair first.")
  var all = false

  @Option(help: ArgumentHelp("Run this check alone.", valueName: "check"))
  var only: String?

  @Option(
    help: ArgumentHelp(
      "Draw the inputs from this seed, to repeat a result.", valueName: "s"))
  var seed: UInt64?

  @Flag(help: "Compile again, whatever was compiled before.")
  var fresh = false

  // `watch` passes this, to follow training while it runs.
  @Flag(
    help: ArgumentHelp(
      "Beside --json: tell of training on standard error.",
      visibility: .hidden))
  var progress = false

  func run(in world: World) throws -> ExitStatus {
    do {
      return try check(in: world)
    } catch let failure as CommandFailure
      where json && failure.status == .environment
    {
      // `--json` prints an object whatever happens.
      let name = lesson ?? ""
      let report = Report(
        exercise: Int(name) ?? 0, id: name, status: .graderError,
        message: failure.message, seed: seed ?? 0)
      world.write(try encoded(report) + "\n")
      return .environment
    }
  }

  private func check(in world: World) throws -> ExitStatus {
    let home =
      try lesson.map { try Home(in: world, for: $0) }
      ?? Home(atNextLessonIn: world)
    let lesson = try chosenLesson(in: home)
    let checks = try home.checks(of: lesson)
    let feedback = try home.feedback(of: lesson)
    if let only, !checks.contains(where: { $0.id == only }) {
      let known = checks.map(\.id).joined(separator: ", ")
      throw CommandFailure(
        .usage,
        "exercise \(lesson.number) has no check \(only); it has \(known)")
    }
    let report = try report(
      on: lesson, checks: checks, feedback: feedback, home: home)
    if json {
      world.write(try encoded(report) + "\n")
    } else {
      show(report, lesson: lesson, in: home)
    }
    return switch report.status {
    case .passed: .done
    case .graderError: .environment
    default: .notPassed
    }
  }

  private func chosenLesson(in home: Home) throws -> Lesson {
    try lesson.map(home.lesson) ?? home.currentLesson()
  }

  private func report(
    on lesson: Lesson, checks: [Check], feedback: Feedback, home: Home
  ) throws -> Report {
    let seed = seed ?? home.world.seed()
    let plan = try home.plan(for: lesson, file: file)
    if file == nil { keepSnapshot(of: plan.source, lesson: lesson, home: home) }
    var request = GradingRequest(
      plan: plan, checks: checks, feedback: feedback, seed: seed, id: lesson.id,
      data: home.dataLoader(data))
    request.only = only
    request.fresh = fresh
    var report: Report
    do throws(GradingError) {
      let live = LiveTraining(
        home.world, form: json ? progress ? .objects : .nothing : .lines)
      report = Grader(compiler: try home.compiler()).grade(request) {
        live.show($0)
      }
      live.finish()
    } catch {
      var failed = Report(
        exercise: lesson.number, id: lesson.id, status: .graderError,
        message: error.description, seed: seed)
      failed.checks = checks.map {
        judged($0, .skipped(.notRun), in: feedback)
      }
      failed.maxPoints = checks.reduce(0) { $0 + $1.points }
      report = failed
    }
    report.diagnostics = home.explained(
      report.diagnostics, in: plan.source.text)
    if file == nil, only == nil {
      record(report, of: plan.source.text, lesson: lesson, home: home)
    }
    return report
  }

  private func show(_ report: Report, lesson: Lesson, in home: Home) {
    let world = home.world
    if report.status == .graderError {
      world.writeError("course: \(report.message)\n")
      return
    }
    if file != nil {
      world.writeError(
        "course: note: the file runs unconfined, as you; nothing is recorded\n")
    }
    let path = file ?? home.exercisePath(of: lesson)
    world.show(
      verdictPage(
        report, title: lesson.title, path: home.relative(path),
        isOwn: file == nil, source: home.text(of: path), all: all,
        section: { lesson.section(anchor: $0)?.title },
        steps: file == nil ? try? home.steps(after: lesson) : nil,
        on: world.screen))
  }

  /// Saves a snapshot of the learner's file.
  ///
  /// A failure to save is reported, but does not stop the check.
  private func keepSnapshot(
    of source: Source, lesson: Lesson, home: Home
  ) {
    do {
      try home.journal.snapshot(source.original, of: lesson.id)
    } catch {
      home.world.writeError("course: no snapshot was kept: \(reason(error))\n")
    }
  }

  private func record(
    _ report: Report, of source: String, lesson: Lesson, home: Home
  ) {
    guard report.status != .graderError else { return }
    let now = home.world.now()
    if report.status == .passed, let model = report.model {
      var settings = TrainingSettings(seed: report.seed)
      settings.epochs = report.metrics.count
      _ = home.keep(
        LearnersRun(
          name: "exercise-\(lesson.number)", exercise: lesson.number,
          time: now.timeIntervalSince1970, settings: settings,
          epochs: report.metrics, diverged: false), model)
    }
    do {
      try home.journal.update { progress in
        var exercise = progress[lesson.id]
        exercise.attempts += 1
        exercise.lastStatus = report.status.rawValue
        if report.status == .passed, exercise.passed == nil {
          exercise.passed = now
        }
        exercise.remember(report, of: source, in: lesson)
        exercise.note(report)
        progress[lesson.id] = exercise
      }
    } catch {
      home.world.writeError(
        "course: the result was not recorded: \(reason(error))\n")
    }
  }
}

extension ExerciseProgress {
  /// Records for each function whether it passed, for the checkpoints.
  ///
  /// A report that did not get as far as the checks changes nothing.
  fileprivate mutating func note(_ report: Report) {
    guard [.passed, .failed, .notWritten].contains(report.status) else {
      return
    }
    functions = Dictionary(grouping: report.checks, by: \.function)
      .filter { _, checks in
        !checks.allSatisfy { $0.status == .notWritten }
      }
      .mapValues { checks in checks.allSatisfy { $0.status == .passed } }
  }
}

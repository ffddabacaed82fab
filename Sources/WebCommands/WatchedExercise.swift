internal import Checks
internal import Commands
internal import Grading
internal import Journals
internal import Lessons
internal import Pages
internal import Site
internal import System
internal import Terminals

/// A lesson whose exercise is watched: a save checks it.
final class WatchedExercise {
  private(set) var lesson: Lesson
  let page: String
  private let events: FileEvents
  private var schedule = Schedule()
  private var job: CheckJob?
  private var training = TrainingProgress()
  private var cells: CellsJob?
  private var report: Report?

  init(_ lesson: Lesson, home: Home) {
    self.lesson = lesson
    page = String(lesson.page.dropLast(".html".count))
    events = FileEvents(of: home.exercisePath(of: lesson))
  }

  var descriptors: [Int32] {
    events.descriptors + (job?.descriptors ?? []) + (cells?.descriptors ?? [])
  }

  func wait(atMost most: Int32) -> Int32 {
    var wait = schedule.wait(
      atMost: min(most, events.milliseconds), job: job)
    if cells != nil { wait = min(wait, 50) }
    return wait
  }

  func end() {
    job?.end()
    cells?.end()
  }

  func check() { schedule.now() }

  /// Whether a change of an earlier exercise may change what the page shows.
  func builds(on number: Int) -> Bool {
    report != nil && lesson.exercise?.buildsOn.contains(number) == true
  }

  /// Takes the lesson as it is on disk now.
  private func refresh(in course: LiveCourse) {
    lesson = course.cache.lesson(ofPage: page) ?? lesson
  }

  /// Does what is due: a save is checked, and results are shown.
  func step(in course: LiveCourse) {
    if events.sawSave() {
      schedule.saved()
      course.saved(lesson.number)
    }
    if schedule.takeDue() { begin(in: course) }
    if let job {
      let news = job.takeNews()
      training.note(news)
      if !news.isEmpty { course.show(training, on: page) }
      if let result = job.result() { take(result, in: course) }
    }
    if let cells, cells.step(page, in: course) { self.cells = nil }
  }

  private func begin(in course: LiveCourse) {
    job?.end()
    job = nil
    training = TrainingProgress()
    course.clearTraining(on: page)
    refresh(in: course)
    do throws(CommandFailure) {
      job = try CheckJob(
        of: lesson, data: course.data, home: course.cache.home)
      say("Checking …", in: course)
    } catch {
      say(error.message, in: course)
    }
  }

  private func say(_ words: String, in course: LiveCourse) {
    course.update(HTML(sentence: words), at: barID, of: page)
  }

  private func take(_ result: CheckJob.Result, in course: LiveCourse) {
    let source = job?.source ?? ""
    job = nil
    switch result {
    case .failure(let words): fail(words, in: course)
    case .report(let report, _) where report.status == .graderError:
      fail(report.message, in: course)
    case .report(let report, let warning):
      self.report = report
      let home = course.cache.home
      let markup = VerdictMarkup(
        report, of: lesson,
        path: home.relative(home.exercisePath(of: lesson)), source: source)
      for (index, html) in markup.checkpoints.enumerated() {
        // A new verdict takes the place of the hint below the old one.
        course.store.forget(hintID(index), of: page)
        course.update(html, at: verdictID(index), of: page)
      }
      course.update(
        HTML([
          markup.summary, HTML(warning.map { " \($0)" } ?? ""),
          report.status == .passed ? course.next(after: lesson) : HTML(""),
        ]), at: barID, of: page)
      course.showProgress()
    }
  }

  /// Shows why there is no verdict.
  private func fail(_ words: String, in course: LiveCourse) {
    say(words, in: course)
    for index in lesson.checkpoints.indices {
      course.update(
        course.cache.site.noteMarkup("– not checked"), at: verdictID(index),
        of: page)
    }
  }

  /// Shows what is known, and checks what may have changed since.
  func opened(in course: LiveCourse) {
    let home = course.cache.home
    do {
      let progress = try home.journal.progress()
      course.store.update(
        .answers(progress[lesson.id].quizzes ?? [:]), at: "answers", of: page)
      guard report == nil, job == nil else { return }
      let steps = try home.steps(after: lesson)
      for (index, checkpoint) in steps.checkpoints.enumerated() {
        course.update(
          standingMarkup(checkpoint), at: verdictID(index), of: page)
      }
      // Even what is passed may have changed while nobody watched.
      if lesson.exercise != nil { check() }
    } catch {
      say("\((error as? CommandFailure)?.message ?? reason(error))", in: course)
    }
  }

  /// Gives the next hint, at the checkpoint where it was asked for, below the
  /// hints that were given before.
  func giveHint(at checkpoint: Int, in course: LiveCourse) {
    guard lesson.checkpoints.indices.contains(checkpoint) else { return }
    let site = course.cache.site
    let home = course.cache.home
    let html: HTML
    do {
      switch try home.help(on: lesson) {
      case .passed, .noneGiven:
        html = site.noteMarkup("You have passed this exercise.")
      case .error(_, let hint?):
        html = site.hintsMarkup(
          [hint.text], of: nil, function: hint.function)
      case .error(let error, nil):
        html = site.noteMarkup(
          "\(error.meaning ?? error.message) Once your file compiles, you can "
            + "ask for hints again."
        )
      case .hints(let latest, _, let total, let function):
        var given = latest
        if case .hints(let all, _, _, _) = try home.help(
          on: lesson, all: true), !all.isEmpty
        {
          given = all
        }
        html = site.hintsMarkup(
          given.map(\.text), of: total, function: function)
      }
    } catch {
      return say(
        "\((error as? CommandFailure)?.message ?? reason(error))", in: course)
    }
    course.update(html, at: hintID(checkpoint), of: page)
  }

  func run(_ cell: String, in course: LiveCourse) {
    refresh(in: course)
    guard lesson.cells.contains(where: { $0.name == cell }) else { return }
    // A program that was begun before the file was saved has the old code.
    let source = course.cache.home.source(of: lesson)
    let others = cells?.wanted ?? []
    if cells?.source != source {
      cells?.end()
      cells = CellsJob(lesson, source: source, home: course.cache.home)
    }
    cells?.wanted.formUnion(others.union([cell]))
    course.update(
      course.cache.site.noteMarkup("Running …"), at: outputID(cell),
      of: page)
  }

  func edit(at checkpoint: Int, in course: LiveCourse) {
    let home = course.cache.home
    let path = home.exercisePath(of: lesson)
    let editor = openInEditor(path, environment: home.world.environment)
    course.update(
      editingMarkup(home.relative(path), at: path, in: editor),
      at: hintID(checkpoint), of: page)
  }

  /// Records the first answer to a question.
  func note(_ isRight: Bool, on quiz: String, in course: LiveCourse) {
    refresh(in: course)
    guard lesson.quizzes.contains(where: { $0.id == quiz }) else { return }
    do {
      let answers = try course.cache.home.journal.update { progress in
        var answers = progress[lesson.id].quizzes ?? [:]
        // It may have been answered in the terminal meanwhile.
        answers[quiz] = answers[quiz] ?? isRight
        progress[lesson.id].quizzes = answers
        return answers
      }
      course.store.update(.answers(answers), at: "answers", of: page)
    } catch {
      say("The answer was not recorded: \(reason(error))", in: course)
    }
  }
}

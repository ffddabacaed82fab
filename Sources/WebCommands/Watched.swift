internal import Checks
internal import Commands
internal import Journals
internal import Grading
internal import Lessons
internal import Pages
internal import Site
internal import System
internal import Terminals

/// A lesson whose exercise is watched: a save checks it.
final class Watched {
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

  /// Does what is due: a save is checked, and results are shown.
  func step(in course: LiveCourse) {
    if events.sawSave() { schedule.saved() }
    if schedule.takeDue() { begin(in: course) }
    if let job {
      training.note(job.news)
      course.show(training, on: page)
      if let result = job.result() { take(result, in: course) }
    }
    if let cells, cells.step(page, in: course) { self.cells = nil }
  }

  private func begin(in course: LiveCourse) {
    job?.end()
    training = TrainingProgress()
    lesson = course.shelf.lesson(ofPage: page) ?? lesson
    do throws(CommandFailure) {
      job = try CheckJob(
        of: lesson, data: course.data, home: course.shelf.home)
      say("Checking …", in: course)
    } catch {
      say(error.message, in: course)
    }
  }

  private func say(_ words: String, in course: LiveCourse) {
    course.put(HTML(words), at: barPlace, of: page)
  }

  private func take(_ result: CheckJob.Result, in course: LiveCourse) {
    let source = job?.source ?? ""
    job = nil
    switch result {
    case .failure(let words): say(words, in: course)
    case .report(let report, _) where report.status == .graderError:
      say(report.message, in: course)
    case .report(let report, let warning):
      self.report = report
      let markup = VerdictMarkup(report, of: lesson, source: source)
      for (index, html) in markup.checkpoints.enumerated() {
        course.put(html, at: verdictPlace(index), of: page)
      }
      course.put(
        warning.map { HTML([markup.summary, HTML(" " + $0)]) }
          ?? markup.summary, at: barPlace, of: page)
      course.showProgress()
    }
  }

  /// Shows what is known, and checks what may have changed since.
  func opened(in course: LiveCourse) {
    let home = course.shelf.home
    if let progress = try? home.journal.progress() {
      course.board.put(
        .answers(progress[lesson.id].quizzes ?? [:]), at: "answers", of: page)
    }
    guard report == nil, job == nil, let steps = try? home.steps(after: lesson)
    else { return }
    for (index, checkpoint) in steps.checkpoints.enumerated() {
      course.put(
        standingMarkup(checkpoint), at: verdictPlace(index), of: page)
    }
    if lesson.exercise == nil {
      say("This lesson asks for no code.", in: course)
    } else if steps.isPassed {
      say("Exercise \(lesson.number) is passed.", in: course)
    } else {
      check()
    }
  }

  /// Gives the next hint, below the function that it helps with.
  func giveHint(in course: LiveCourse) {
    let site = course.shelf.site
    func show(_ html: HTML, for function: String?) {
      let known = lesson.checkpoints.firstIndex { $0.function == function }
      let first = report?.checks.first { $0.id == report?.first }?.function
      let place =
        known
        ?? lesson.checkpoints.firstIndex { $0.function == first } ?? 0
      course.put(html, at: hintPlace(place), of: page)
    }
    do {
      switch try course.shelf.home.help(on: lesson) {
      case .passed:
        show(site.noteMarkup("This exercise is passed."), for: nil)
      case .noneGiven: break
      case .error(let error, let hint):
        if let hint {
          show(
            site.hintMarkup(hint.text, number: 1, of: 1), for: hint.function)
        } else {
          show(
            site.noteMarkup(error.meaning ?? error.message),
            for: nil)
        }
      case .hints(let hints, let first, let total, let function):
        guard let hint = hints.last else {
          return show(
            site.noteMarkup("There is no hint for \(function)."),
            for: function)
        }
        show(
          site.hintMarkup(
            hint.text, number: first + hints.count - 1, of: total),
          for: function)
      }
    } catch {
      say("\((error as? CommandFailure)?.message ?? reason(error))", in: course)
    }
  }

  func run(_ cell: String, in course: LiveCourse) {
    guard lesson.cells.contains(where: { $0.name == cell }) else { return }
    if let cells {
      cells.wanted.insert(cell)
    } else {
      cells = CellsJob(lesson, wanted: cell, home: course.shelf.home)
    }
    course.put(
      course.shelf.site.noteMarkup("Running …"), at: outputPlace(cell),
      of: page)
  }

  func edit(in course: LiveCourse) {
    let home = course.shelf.home
    say(
      openInEditor(
        home.exercisePath(of: lesson),
        named: home.relative(home.exercisePath(of: lesson)),
        environment: home.world.environment), in: course)
  }

  /// Records the first answer to a question.
  func note(_ isRight: Bool, on quiz: String, in course: LiveCourse) {
    guard lesson.quizzes.contains(where: { $0.id == quiz }) else { return }
    do {
      let answers = try course.shelf.home.journal.update { progress in
        var answers = progress[lesson.id].quizzes ?? [:]
        answers[quiz] = isRight
        progress[lesson.id].quizzes = answers
        return answers
      }
      course.board.put(.answers(answers), at: "answers", of: page)
    } catch {
      say("The answer was not recorded: \(reason(error))", in: course)
    }
  }
}

internal import Checks
internal import Lessons
internal import Pages
internal import Terminals

extension WatchScreen {
  /// The number of rows between the bars.
  var bodyHeight: Int {
    let bars = bars(position: nil)
    return max(1, stage.rows - bars.above.count - bars.below.count)
  }

  func show(_ view: View) {
    self.view = view
    reading = Reading()
    switch view {
    case .verdict: layOutVerdict()
    case .keys: layOutKeys()
    case .text: break
    }
  }

  /// Shows what a command prints.
  func showText(_ name: String, _ command: [String]) {
    view = .text(name, again: command)
    reading = reading(of: command)
    search = Search()
  }

  /// What a command prints, as a text; a lesson's text keeps its sections.
  func reading(of command: [String]) -> Reading {
    if command == readCommand {
      let page = lessonPage(
        lesson, drawings: home.world.drawings(of: lesson),
        steps: try? home.steps(after: lesson), on: stage.screen)
      return Reading(page, on: stage.screen)
    }
    let text = home.world.collecting(command, on: stage.screen).text
    return Reading(splitRows(text, width: stage.screen.width))
  }

  var lessonName: String { "Lesson \(lesson.number)" }
  var readCommand: [String] { ["read", "\(lesson.number)"] }

  var isLessonText: Bool {
    if case .text(_, again: readCommand) = view { true } else { false }
  }

  /// Lays out the page of keys for the current width.
  func layOutKeys() {
    reading = Reading(keysPage(on: stage.screen), on: stage.screen)
  }

  /// Lays out the last verdict for the current width.
  func layOutVerdict() {
    let lines: [Line]
    if let failure {
      lines = watchFailure(failure, on: stage.screen)
    } else if let report {
      lines = verdictPage(
        report, title: lesson.title, path: path, isOwn: true, source: source,
        section: { [lesson] in lesson.section(anchor: $0)?.title },
        steps: try? home.steps(after: lesson), on: stage.screen)
    } else {
      lines = []
    }
    reading = Reading(lines, on: stage.screen)
    // What to repair first is at the end.
    reading.goToEnd()
  }

  private var path: String { home.relative(home.exercisePath(of: lesson)) }

  /// Draws the screen, unless nothing has changed.
  func draw() {
    var body = reading.visible(bodyHeight)
    if let job, case .verdict = view {
      training.note(job.takeNews())
      let page = trainingPage(
        training.epochs, batch: training.batch,
        secondsLeft: training.secondsLeft, rows: bodyHeight,
        on: stage.screen)
      if !page.isEmpty {
        body = rows(page, on: stage.screen)
        body += Array(
          repeating: "", count: max(0, bodyHeight - body.count))
      }
    }
    let bars = bars(position: reading.position(bodyHeight))
    stage.show(
      rows(bars.above, on: stage.screen) + body
        + rows(bars.below, on: stage.screen), on: terminal)
  }

  private func bars(
    position: String?
  ) -> (above: [Line], below: [Line]) {
    watchBars(
      WatchState(
        number: lesson.number, title: lesson.title, path: path,
        text: textName, standing: standing,
        isGood: job == nil && failure == nil && report?.status == .passed,
        section: reading.section.flatMap { lesson.section(anchor: $0)?.title },
        position: position, passed: done.passed, exercises: done.all),
      on: stage.screen)
  }

  private var textName: String? {
    switch view {
    case .verdict: nil
    case .text(let name, _): name
    case .keys: "The keys"
    }
  }

  /// The current state, or a question, in one sentence.
  private var standing: String {
    switch question {
    case .reset:
      return "Put the starter in your file's place? Yours is kept. y or n"
    case .undo:
      return "Restore the previous version of your file? U undoes that. y or n"
    case .solution: return "Give up, and see the model answer? y or n"
    case nil: break
    }
    if let words = search.words, isText { return words }
    if let notice { return notice }
    if isList {
      return digits.isEmpty
        ? "Type a lesson's number to open it."
        : "\(digits)… Press Enter to open it."
    }
    if let job {
      let seconds = Int(job.seconds)
      return seconds < 1 ? "checking…" : "checking… \(seconds) s (q ends it)"
    }
    if failure != nil { return "it could not be checked; r tries again" }
    guard let report else { return "" }
    if report.status == .passed {
      return done.passed == done.all
        ? "Passed! All exercises are passed now."
        : "Passed! n goes on to the next."
    }
    let passed = report.checks.count { $0.status == .passed }
    let found =
      switch report.status {
      case .failed: "\(passed) of \(report.checks.count) checks passed"
      case .notWritten: "not written yet"
      default: "it does not compile"
      }
    let seconds = Double(report.milliseconds.total) / 1000
    return "\(found) (\(hundredths(seconds)) s); save to check again"
  }

  private func hundredths(_ seconds: Double) -> String {
    let whole = Int((seconds * 100).rounded())
    return "\(whole / 100).\(whole / 10 % 10)\(whole % 10)"
  }
}

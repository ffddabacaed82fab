internal import Checks
internal import Journals
internal import Lessons
internal import Pages
internal import Terminals

/// `watch` on the whole of a terminal: one loop that waits for keys, saves,
/// signals and the running check alike, so that none holds up another.
final class WatchDesk {
  /// What stands on the screen.
  enum View {
    case verdict
    /// A text with a name, and the command that prints it anew for another
    /// width; nil where printing it again would do something.
    case text(String, again: [String]?)
    /// What every key does.
    case keys
  }

  /// What is done only after a yes.
  enum Question {
    case reset
    case undo
    case solution
  }

  let home: Home
  let data: DataOptions
  let terminal: Terminal
  var lesson: Lesson
  var stage: FullStage
  var view = View.verdict {
    willSet {
      // A lesson is long: who comes back goes on where they were.
      if isLessonText { leftAt = reading.top }
    }
  }
  /// The row of the lesson's text where the reader left it.
  var leftAt = 0
  var reading = Reading()
  var search = Search()
  /// What is typed so far of the number of a lesson in the list.
  var digits = ""

  /// The last verdict, and the text it is of.
  var report: Report?
  var source: String?
  /// What kept the check from a verdict.
  var failure: String?
  /// The exercises passed so far, and how many there are.
  var done = (passed: 0, all: 0)
  var isPassed = false

  /// One sentence that stands until the next key or save.
  var notice: String?
  /// Whether the next save is the doing of a key, whose notice stands on.
  var savesItself = false
  /// What waits for a yes or no.
  var question: Question?

  var job: CheckJob? {
    didSet { training = TrainingSoFar() }
  }
  /// What the running check told of its training.
  var training = TrainingSoFar()
  var schedule = Schedule()
  private var events: FileEvents
  private var isOver = false

  init(
    _ lesson: Lesson, data: DataOptions, home: Home, terminal: Terminal
  ) {
    self.lesson = lesson
    self.data = data
    self.home = home
    self.terminal = terminal
    var screen = home.world.screen
    screen.keys = true
    stage = FullStage(screen)
    events = FileEvents(of: home.exercisePath(of: lesson))
  }

  /// Shows and serves until the learner leaves, or the terminal goes.
  func run() throws {
    defer { job?.end() }
    schedule.now()
    readProgress()
    show(.verdict)
    var decoder = KeyDecoder()
    while !isOver, !terminal.isGone {
      draw()
      let wait = schedule.wait(atMost: events.milliseconds, job: job)
      let signals = terminal.wait(
        events.descriptors + (job?.descriptors ?? []),
        milliseconds: decoder.isUndecided ? min(wait, 30) : wait)
      if signals.contains(.end) { return }
      if !signals.isEmpty { adapt(to: signals) }
      let bytes = terminal.typed()
      for key in decoder.keys(typed: bytes) where !isOver {
        try press(key)
      }
      if events.sawSave() {
        schedule.saved()
        if !savesItself { notice = nil }
        savesItself = false
        // Who saves wants to see what it came to.
        if isText { show(.verdict) }
      }
      if schedule.takeDue() { try startCheck() }
      if let result = job?.result() { take(result) }
    }
  }

  func quit() { isOver = true }

  /// Turns to another lesson's exercise, its text first.
  func turn(to lesson: Lesson) {
    job?.end()
    job = nil
    self.lesson = lesson
    leftAt = 0
    (report, source, failure) = (nil, nil, nil)
    events = FileEvents(of: home.exercisePath(of: lesson))
    readProgress()
    showText(lessonName, readCommand)
    schedule.now()
  }

  /// Ends the running check, if any, and begins one of what is saved now.
  private func startCheck() throws {
    job?.end()
    job = try CheckJob(of: lesson, data: data, home: home)
  }

  private func take(_ result: CheckJob.Result) {
    source = job?.source
    job = nil
    switch result {
    case .report(let report, _) where report.status == .graderError:
      (self.report, failure) = (nil, report.message)
    case .report(let report, let warning):
      (self.report, failure) = (report, nil)
      notice = warning ?? notice
    case .failure(let words): (report, failure) = (nil, words)
    }
    readProgress()
    if case .verdict = view { show(.verdict) }
  }

  /// What is done so far, as the journal has it.
  func readProgress() {
    guard let progress = try? home.journal.progress() else { return }
    let exercises = home.library.lessons.filter { $0.exercise != nil }
    done = (
      exercises.count { progress[$0.id].passed != nil }, exercises.count
    )
    isPassed = progress[lesson.id].passed != nil
  }

  private func adapt(to signals: [Terminal.Signal]) {
    if signals.contains(.suspend) { return suspend() }
    if signals.contains(.resume) { terminal.retake() }
    resized()
  }

  /// Lays everything out anew for the terminal's size.
  func resized() {
    stage.measure()
    switch view {
    case .verdict: layOutVerdict()
    case .keys: layOutKeys()
    case .text(_, let again?):
      reading.replace(with: reading(of: again))
    case .text: break
    }
  }

  /// Lends the terminal to another command of this program.
  func lend(to name: String) {
    let words = [home.world.executable, name, "\(lesson.number)"]
    terminal.lend(to: words.map(quoted).joined(separator: " "))
    readProgress()
    resized()
  }

  /// To the shell and back; a check that runs begins anew afterwards.
  func suspend() {
    let wasChecking = job != nil
    job?.end()
    job = nil
    terminal.suspend()
    resized()
    if wasChecking { schedule.now() }
  }
}

/// A word that a shell takes as it is.
private func quoted(_ word: String) -> String {
  "'"
    + word.split(separator: "'", omittingEmptySubsequences: false)
    .joined(separator: #"'\''"#) + "'"
}

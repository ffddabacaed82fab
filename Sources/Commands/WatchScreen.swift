internal import Checks
internal import Journals
internal import Lessons
internal import Pages
internal import System
internal import Terminals

/// `watch` on the whole terminal.
///
/// One loop waits for keys, saves, signals and the running check, so that none
/// of them blocks another.
final class WatchScreen {
  /// What the screen shows.
  enum View {
    case verdict
    /// A text with a name, and the command that prints it again for another
    /// width; nil if running the command again would have an effect.
    case text(String, again: [String]?)
    /// The page of all keys.
    case keys
  }

  /// An action that is confirmed first.
  enum Question {
    case reset
    case undo
    case solution
  }

  let home: Home
  let data: DataOptions
  let terminal: Terminal
  var lesson: Lesson
  var stage: FullScreenView
  var view = View.verdict {
    willSet {
      // Lessons are long, so return to where the reader left off.
      if isLessonText { leftAt = reading.top }
    }
  }
  /// The row at which the reader left the lesson's text.
  var leftAt = 0
  var reading = Reading()
  var search = Search()
  /// The digits of a lesson's number typed so far in the list.
  var digits = ""

  /// The last verdict, and the text that it is about.
  var report: Report?
  var source: String?
  /// The reason why the last check has no verdict.
  var failure: String?
  /// How many exercises are passed, and how many there are.
  var done = (passed: 0, all: 0)
  var isPassed = false

  /// A sentence to show until the next key or save.
  var notice: String?
  /// Whether the next save is the effect of a key, whose notice should stay.
  var savesItself = false
  /// The question that waits for a yes or no.
  var question: Question?

  var job: CheckJob? {
    didSet { training = TrainingProgress() }
  }
  /// The training news of the running check.
  var training = TrainingProgress()
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
    stage = FullScreenView(screen)
    events = FileEvents(of: home.exercisePath(of: lesson))
  }

  /// Runs until the learner leaves or the terminal is closed.
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
        // After a save, the learner wants to see the new verdict.
        if isText { show(.verdict) }
      }
      if schedule.takeDue() { try startCheck() }
      if let result = job?.result() { take(result) }
    }
  }

  func quit() { isOver = true }

  /// Switches to another lesson's exercise, and shows the lesson's text first.
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

  /// Starts a check of the saved file, after ending the running one, if any.
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

  /// Reads the learner's progress from the journal.
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

  /// Lays everything out again for the terminal's current size.
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
    terminal.lend(to: words.map(quotedForShell).joined(separator: " "))
    readProgress()
    resized()
  }

  /// Returns to the shell for a while; a running check is started again later.
  func suspend() {
    let wasChecking = job != nil
    job?.end()
    job = nil
    terminal.suspend()
    resized()
    if wasChecking { schedule.now() }
  }
}

internal import Checks
internal import Lessons
internal import Pages
internal import System
internal import Terminals

/// `watch` without a full screen: prints each verdict, until the input ends or
/// a signal arrives.
final class PlainWatch {
  private let lesson: Lesson
  private let data: DataOptions
  private let home: Home
  private let events: FileEvents
  private let signals: SignalPipe
  private var job: CheckJob?
  private var schedule = Schedule()
  private var status = ExitStatus.notPassed

  init(_ lesson: Lesson, data: DataOptions, home: Home) throws {
    self.lesson = lesson
    self.data = data
    self.home = home
    events = FileEvents(of: home.exercisePath(of: lesson))
    signals = try SignalPipe([SIGINT, SIGTERM, SIGHUP, SIGQUIT])
  }

  func run() throws -> ExitStatus {
    schedule.now()
    var inputOpen = true
    while inputOpen || job != nil || schedule.isDue != nil {
      let input = inputOpen ? [STDIN_FILENO] : []
      waitForAny(
        input + [signals.reading] + events.descriptors
          + (job?.descriptors ?? []),
        milliseconds: schedule.wait(atMost: events.milliseconds, job: job))
      if !signals.taken().isEmpty { break }
      if inputOpen { inputOpen = inputRemainsOpen() }
      if events.sawSave() { schedule.saved() }
      if schedule.takeDue() { try start() }
      if let result = job?.result() { show(result) }
    }
    job?.end()
    return status
  }

  /// Discards what is typed; returns false once the input has ended.
  private func inputRemainsOpen() -> Bool {
    if case .end = readInput() { return false }
    return true
  }

  private func start() throws {
    job?.end()
    job = try CheckJob(of: lesson, data: data, home: home)
  }

  private func show(_ result: CheckJob.Result) {
    let source = job?.source
    job = nil
    let world = home.world
    switch result {
    case .failure(let words): world.writeError(words + "\n")
    case .report(let report, _) where report.status == .graderError:
      world.writeError("course: \(report.message)\n")
    case .report(let report, let warning):
      if let warning { home.world.writeError("course: \(warning)\n") }
      status = report.status == .passed ? .done : .notPassed
      world.show(
        verdictPage(
          report, title: lesson.title,
          path: home.relative(home.exercisePath(of: lesson)), isOwn: true,
          source: source, on: world.screen) + [Line()])
    }
  }
}

/// Decides when the next check begins.
///
/// A check begins shortly after a save, because editors save in several steps.
/// Another save in between delays it, but only up to a limit.
package struct Schedule {
  private var due: ContinuousClock.Instant?
  private var latest: ContinuousClock.Instant?

  package var isDue: ContinuousClock.Instant? { due }

  package init() {}

  /// Schedules a check for now.
  package mutating func now() {
    due = .now
    latest = due
  }

  package mutating func saved() {
    let now = ContinuousClock.now
    latest = latest ?? now + .milliseconds(80)
    due = min(now + .milliseconds(20), latest ?? now)
  }

  package mutating func takeDue() -> Bool {
    guard let due, due <= .now else { return false }
    self.due = nil
    latest = nil
    return true
  }

  /// How long to wait for events, in milliseconds.
  package func wait(atMost most: Int32, job: CheckJob?) -> Int32 {
    var wait = most
    if let due {
      wait = min(wait, max(0, Int32((due - .now) / .milliseconds(1)) + 1))
    }
    if let job {
      // Once its pipes are closed, no event reports the end of the job: poll.
      wait = min(wait, job.descriptors.isEmpty ? 2 : 100)
    }
    return wait
  }
}

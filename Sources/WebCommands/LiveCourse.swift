internal import Checks
internal import Commands
internal import Journals
internal import Grading
internal import Lessons
internal import Pages
internal import Site
internal import System
internal import Terminals

/// Follows the learner's work, and puts what comes of it on the board.
///
/// One loop waits for saves, the pages' wishes, running programs and signals,
/// so that none of them blocks another.
final class LiveCourse {
  let shelf: Shelf
  let board: Board
  let data: DataOptions
  private let mailbox: Mailbox
  private let signals: SignalPipe
  private var watched: [Watched] = []
  /// The running training, which only one page at a time can want.
  var training: TrainingJob?
  private var nextBeat = ContinuousClock.now

  init(
    shelf: Shelf, board: Board, mailbox: Mailbox, data: DataOptions
  ) throws {
    self.shelf = shelf
    self.board = board
    self.mailbox = mailbox
    self.data = data
    signals = try SignalPipe([SIGINT, SIGTERM, SIGHUP, SIGQUIT])
    let home = shelf.home
    watched = home.library.lessons.filter { $0.exercise != nil }.map {
      Watched($0, home: home)
    }
  }

  /// Runs until a signal arrives.
  func run() {
    defer { end() }
    showProgress()
    while true {
      var wait: Int32 = 5_000
      for one in watched { wait = min(wait, one.wait(atMost: wait)) }
      if training != nil { wait = min(wait, 100) }
      waitForAny(
        [mailbox.reading, signals.reading]
          + watched.flatMap(\.descriptors) + (training?.descriptors ?? []),
        milliseconds: wait)
      if !signals.taken().isEmpty { return }
      for wish in mailbox.taken() { fulfill(wish) }
      for one in watched { one.step(in: self) }
      if let training, training.step(in: self) { self.training = nil }
      if nextBeat <= .now {
        board.beat()
        nextBeat = .now + .seconds(10)
      }
    }
  }

  private func end() {
    for one in watched { one.end() }
    training?.end()
  }

  private func fulfill(_ wish: Wish) {
    switch wish {
    case .opened("index"): showProgress()
    case .opened(let page): watched(page)?.opened(in: self)
    case .check(let page): watched(page)?.check()
    case .hint(let page): watched(page)?.giveHint(in: self)
    case .edit(let page): watched(page)?.edit(in: self)
    case .run(let page, let cell): watched(page, of: cell)?.run(cell, in: self)
    case .answered(let page, let quiz, let isRight):
      watched(page)?.note(isRight, on: quiz, in: self)
    case .train(let words): train(words)
    case .stop:
      training?.end()
      if training != nil {
        say("Stopped; nothing of it was kept.", at: trainingNotePlace)
      }
      training = nil
    }
  }

  private func watched(_ page: String, of cell: String? = nil) -> Watched? {
    if let one = watched.first(where: { $0.page == page }) { return one }
    // A lesson whose text could not be read before.
    guard let lesson = shelf.lesson(ofPage: page) else { return nil }
    let one = Watched(lesson, home: shelf.home)
    watched.append(one)
    return one
  }

  private func say(_ words: String, at place: String) {
    put(shelf.site.noteMarkup(words), at: place, of: "model")
  }

  func put(_ html: HTML, at place: String, of page: String) {
    board.put(.markup(html.markup), at: place, of: page)
  }

  /// Shows on the map how far the learner is.
  func showProgress() {
    let home = shelf.home
    guard let progress = try? home.journal.progress() else { return }
    var passed = 0
    let lessons = home.library.lessons.filter { $0.exercise != nil }
    for lesson in lessons {
      let own = progress[lesson.id]
      if own.passed != nil { passed += 1 }
      put(
        lessonMarkup(
          isPassed: own.passed != nil,
          passed: own.functions?.count { $0.value } ?? 0,
          of: lesson.exercise?.functions.count ?? 0),
        at: lessonPlace(lesson.number), of: "index")
    }
    for page in ["index", "reference", "model"] {
      put(
        HTML("\(passed) of \(lessons.count) exercises passed."), at: barPlace,
        of: page)
    }
  }

  private func train(_ words: [String]) {
    training?.end()
    training = nil
    do throws(LaunchError) {
      let world = shelf.home.world
      training = TrainingJob(
        try BackgroundRun(
          Command(
            world.executable, ["train"] + words + ["--json", "--progress"],
            environment: world.environment)),
        after: shelf.home.runs)
      say("Compiling your functions and reading the pictures …",
        at: trainingNotePlace)
    } catch {
      say(error.description, at: trainingNotePlace)
    }
  }
}

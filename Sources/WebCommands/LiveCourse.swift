internal import Checks
internal import Commands
internal import Grading
internal import Journals
internal import Lessons
internal import Pages
internal import Site
internal import System
internal import Terminals

/// Follows the learner's work, and puts the results in the store.
///
/// One loop waits for saves, the pages' requests, running programs and signals,
/// so that none of them blocks another.
final class LiveCourse {
  let cache: SiteCache
  let store: PageStore
  let data: DataOptions
  private let queue: RequestQueue
  private let signals: SignalPipe
  private var watched: [WatchedExercise] = []
  /// The running training of the page of models; a new one ends it.
  var training: TrainingJob?
  private var nextHeartbeat = ContinuousClock.now
  /// The version of the texts that the open pages show.
  private var texts: String
  private var pages: Set<String> = []

  init(
    cache: SiteCache, store: PageStore, queue: RequestQueue, data: DataOptions
  ) throws {
    self.cache = cache
    self.store = store
    self.queue = queue
    self.data = data
    signals = try SignalPipe([SIGINT, SIGTERM, SIGHUP, SIGQUIT])
    texts = cache.version
    let home = cache.home
    watched = home.library.lessons.filter { $0.exercise != nil }.map {
      WatchedExercise($0, home: home)
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
        [queue.reading, signals.reading]
          + watched.flatMap(\.descriptors) + (training?.descriptors ?? []),
        milliseconds: wait)
      if !signals.taken().isEmpty { return }
      for request in queue.taken() { fulfill(request) }
      let version = cache.version
      if version != texts { tellOfTexts(version) }
      for one in watched { one.step(in: self) }
      if let training, training.step(in: self) { self.training = nil }
      if nextHeartbeat <= .now {
        store.heartbeat()
        nextHeartbeat = .now + .seconds(10)
      }
    }
  }

  private func end() {
    for one in watched { one.end() }
    training?.end()
  }

  private func fulfill(_ request: PageRequest) {
    switch request {
    case .opened(let page):
      // Pages ask for names of their own choice, so their number is bounded.
      if pages.count < 1_000, pages.insert(page).inserted {
        store.update(.texts(texts), at: "texts", of: page)
      }
      if page == "index" { showProgress() }
      watched(page)?.opened(in: self)
    case .check(let page): watched(page)?.check()
    case .hint(let page, let checkpoint):
      watched(page)?.giveHint(at: checkpoint, in: self)
    case .edit(let page, let checkpoint):
      watched(page)?.edit(at: checkpoint, in: self)
    case .run(let page, let cell): watched(page)?.run(cell, in: self)
    case .answered(let page, let quiz, let isRight):
      watched(page)?.note(isRight, on: quiz, in: self)
    case .train(let words): train(words)
    case .stop:
      training?.end()
      if training != nil {
        say("Stopped; nothing of it was kept.", at: trainingNoteID)
      }
      training = nil
    }
  }

  /// Has the open pages load again, since the texts have changed.
  private func tellOfTexts(_ version: String) {
    texts = version
    for page in pages { store.update(.texts(version), at: "texts", of: page) }
  }

  /// Checks again what builds on an exercise that was saved.
  func saved(_ number: Int) {
    for one in watched where one.builds(on: number) { one.check() }
  }

  private func watched(_ page: String) -> WatchedExercise? {
    if let one = watched.first(where: { $0.page == page }) { return one }
    // A lesson whose text could not be read before.
    guard let lesson = cache.lesson(ofPage: page) else { return nil }
    let one = WatchedExercise(lesson, home: cache.home)
    watched.append(one)
    return one
  }

  private func say(_ words: String, at id: String) {
    update(cache.site.noteMarkup(words), at: id, of: "model")
  }

  func update(_ html: HTML, at id: String, of page: String) {
    store.update(.markup(html.markup), at: id, of: page)
  }

  /// A link to the lesson to read after this one.
  func next(after lesson: Lesson) -> HTML {
    let home = cache.home
    guard let next = try? home.steps(after: lesson).next,
      let other = home.library.lessons.first(where: { $0.number == next.number }
      )
    else { return HTML("") }
    return goOnMarkup(page: other.page, title: other.title)
  }

  /// Shows on the map how far the learner is.
  func showProgress() {
    let home = cache.home
    let progress: LearnerProgress
    do {
      progress = try home.journal.progress()
    } catch {
      return update(HTML(sentence: "\(error)"), at: barID, of: "index")
    }
    var passed = 0
    let lessons = home.library.lessons.filter { $0.exercise != nil }
    for lesson in lessons {
      let own = progress[lesson.id]
      if own.passed != nil { passed += 1 }
      update(
        lessonMarkup(
          isPassed: own.passed != nil,
          passed: own.functions?.count { $0.value } ?? 0,
          of: lesson.exercise?.functions.count ?? 0),
        at: lessonID(lesson.number), of: "index")
    }
    let next = lessons.first { progress[$0.id].passed == nil }
    for page in ["index", "reference", "model"] {
      update(
        progressMarkup(
          passed: passed, of: lessons.count,
          next: next.map { ($0.page, $0.title) }), at: barID, of: page)
    }
  }

  private func train(_ words: [String]) {
    training?.end()
    training = nil
    clearTraining(on: "model")
    do throws(LaunchError) {
      let world = cache.home.world
      training = TrainingJob(
        try BackgroundRun(
          Command(
            world.executable,
            ["train"] + words + data.arguments + ["--json", "--progress"],
            environment: world.environment)),
        after: cache.home.runs)
      say(
        "Compiling your functions and reading the pictures …",
        at: trainingNoteID)
    } catch {
      say(error.description, at: trainingNoteID)
    }
  }
}

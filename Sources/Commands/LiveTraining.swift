internal import Checks
internal import Pages
internal import System
internal import Terminals

/// Shows training while it runs.
///
/// On a terminal it draws growing curves; in a pipe it writes a line per epoch.
final class LiveTraining {
  enum Form {
    case lines
    /// JSON on standard error, for the program that started this one.
    case objects
    case nothing
  }

  private let world: World
  private let form: Form
  private let earlier: [EarlierTraining]

  /// Whether `q` stops the training.
  private let canStop: Bool
  private var keys: KeyListener?
  private var isStopped = false
  private var training = TrainingProgress()

  /// How many lines of the terminal the last drawing takes up.
  private var drawn = 0
  /// The width that the last drawing was laid out for.
  private var columns: Int?
  private var lastDrawing: ContinuousClock.Instant?

  init(
    _ world: World, form: Form, beside earlier: [EarlierTraining] = [],
    canStop: Bool = false
  ) {
    self.world = world
    self.form = form
    self.earlier = earlier
    self.canStop = canStop && world.desk?.takesScreen == true
  }

  /// Says at once that something happens, before the first batch is done.
  func begin() {
    guard form == .lines, world.desk?.drawsOver == true else { return }
    let page = paragraph(
      "Compiling your functions and reading the images …", .dim,
      on: world.screen)
    world.write(
      FullScreen.overwriting(drawn, with: render(page, for: world.screen)))
    drawn = page.count
  }

  /// Shows the progress, and returns whether the training should go on.
  @discardableResult
  func show(_ news: TrainingEvent) -> Bool {
    training.note(news)
    switch form {
    case .nothing: break
    case .objects:
      let object = (try? JSONEncoder().encode(news)) ?? Data()
      world.writeError(String(decoding: object, as: UTF8.self) + "\n")
    case .lines: tell(news)
    }
    if canStop, !isStopped {
      keys = keys ?? KeyListener()
      isStopped = keys?.typed().contains("q") == true
    }
    return !isStopped
  }

  private func tell(_ news: TrainingEvent) {
    guard let desk = world.desk, desk.drawsOver else {
      guard case .epoch(let epoch) = news else { return }
      let screen = world.screen
      return world.write(render(epochLines(epoch, on: screen), for: screen))
    }
    // Skip batches so as not to flood a terminal with a slow connection.
    if case .batch = news, let lastDrawing,
      ContinuousClock.now - lastDrawing < .milliseconds(50)
    {
      return
    }
    draw(on: desk)
  }

  private func draw(on desk: Desk) {
    let size = desk.size() ?? (world.screen.width, desk.rows)
    var screen = world.screen
    screen.width = size.columns
    // The terminal has wrapped the old lines anew, so they cannot be replaced.
    if let columns, columns != size.columns { drawn = 0 }
    columns = size.columns
    let page = trainingPage(
      training.epochs, batch: training.batch, first: training.firstLosses,
      secondsLeft: training.secondsLeft, beside: earlier,
      key: canStop ? "q stops and keeps the model so far" : nil,
      rows: size.rows - 1, on: screen)
    // Lines that scroll away cannot be drawn over.
    guard page.count < size.rows else { return }
    world.write(
      FullScreen.overwriting(drawn, with: render(page, for: screen)))
    drawn = page.count
    lastDrawing = .now
  }

  /// Erases the drawing, because the report contains the curves.
  func finish() {
    keys?.end()
    guard drawn > 0 else { return }
    world.write(FullScreen.erasing(drawn))
    drawn = 0
  }
}

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
  private var training = TrainingProgress()

  /// How many lines of the terminal the last drawing takes up.
  private var drawn = 0
  /// The width that the last drawing was laid out for.
  private var columns: Int?
  private var lastDrawing: ContinuousClock.Instant?

  init(_ world: World, form: Form) {
    self.world = world
    self.form = form
  }

  func show(_ news: TrainingEvent) {
    training.note(news)
    switch form {
    case .nothing: break
    case .objects:
      let object = (try? JSONEncoder().encode(news)) ?? Data()
      world.writeError(String(decoding: object, as: UTF8.self) + "\n")
    case .lines: tell(news)
    }
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
      training.epochs, batch: training.batch,
      secondsLeft: training.secondsLeft, rows: size.rows - 1, on: screen)
    // Lines that scroll away cannot be drawn over.
    guard page.count < size.rows else { return }
    world.write(
      FullScreen.overwriting(drawn, with: render(page, for: screen)))
    drawn = page.count
    lastDrawing = .now
  }

  /// Erases the drawing, because the report contains the curves.
  func finish() {
    guard drawn > 0 else { return }
    world.write(FullScreen.erasing(drawn))
    drawn = 0
  }
}

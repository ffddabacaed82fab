internal import Checks
internal import Pages
internal import Terminals

#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif

/// Shows training while it goes on: on a terminal curves that grow, in a pipe
/// a line an epoch.
final class LiveTraining {
  enum Form {
    case lines
    /// JSON on standard error, for the program that started this one.
    case objects
    case nothing
  }

  private let world: World
  private let form: Form
  private var training = TrainingSoFar()

  /// How many lines of the terminal the last drawing takes.
  private var drawn = 0
  private var lastDrawing: ContinuousClock.Instant?

  init(_ world: World, form: Form) {
    self.world = world
    self.form = form
  }

  func show(_ news: TrainingNews) {
    training.note(news)
    switch form {
    case .nothing: break
    case .objects:
      let object = (try? JSONEncoder().encode(news)) ?? Data()
      world.complain(String(decoding: object, as: UTF8.self) + "\n")
    case .lines: tell(news)
    }
  }

  private func tell(_ news: TrainingNews) {
    guard let desk = world.desk, desk.drawsOver else {
      guard case .epoch(let epoch) = news else { return }
      let screen = world.screen
      return world.write(render(epochLines(epoch, on: screen), for: screen))
    }
    // A terminal over a slow line is not flooded with batches.
    if case .batch = news, let lastDrawing,
      ContinuousClock.now - lastDrawing < .milliseconds(50)
    {
      return
    }
    draw(rows: desk.rows)
  }

  private func draw(rows: Int) {
    let page = trainingPage(
      training.epochs, batch: training.batch,
      secondsLeft: training.secondsLeft, rows: rows - 1, on: world.screen)
    // Lines that would scroll away cannot be drawn over.
    guard page.count < rows else { return }
    world.write(
      FullScreen.overwriting(drawn, with: render(page, for: world.screen)))
    drawn = page.count
    lastDrawing = .now
  }

  /// Clears the drawing away: the report has the curves.
  func finish() {
    guard drawn > 0 else { return }
    world.write(FullScreen.erasing(drawn))
    drawn = 0
  }
}

internal import Checks
internal import Pages

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
  private var epochs: [EpochMetrics] = []
  private var pace = Pace()

  /// How many lines of the terminal the last drawing takes.
  private var drawn = 0

  init(_ world: World, form: Form) {
    self.world = world
    self.form = form
  }

  func show(_ epoch: EpochMetrics) {
    epochs.append(epoch)
    pace.note(epochs)
    switch form {
    case .nothing: break
    case .objects:
      let object = (try? JSONEncoder().encode(epoch)) ?? Data()
      world.complain(String(decoding: object, as: UTF8.self) + "\n")
    case .lines: draw(epoch)
    }
  }

  private func draw(_ epoch: EpochMetrics) {
    let screen = world.screen
    guard let stage = world.stage else {
      return world.write(render(epochLines(epoch, on: screen), for: screen))
    }
    let page = trainingPage(
      epochs, secondsLeft: pace.secondsLeft, rows: stage.rows - 1, on: screen)
    // Lines that would scroll away cannot be drawn over.
    guard page.count < stage.rows else { return }
    world.write(
      FullScreen.overwriting(drawn, with: render(page, for: screen)))
    drawn = page.count
  }

  /// Clears the drawing away: the report has the curves.
  func finish() {
    guard drawn > 0 else { return }
    world.write(FullScreen.erasing(drawn))
    drawn = 0
  }
}

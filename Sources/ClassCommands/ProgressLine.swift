internal import Commands
internal import Synchronization
internal import System

/// How far a batch is, on standard error: a bar with the time left on a
/// terminal, and elsewhere a line for each tenth.
final class ProgressLine: Sendable {
  private let world: World
  private let isOnTerminal: Bool
  private let start = ContinuousClock.now
  private let state = Mutex((first: nil as Int?, shown: -1))

  init(_ world: World, isPlain: Bool) {
    self.world = world
    let isDumb = world.environment["TERM"] == "dumb"
    isOnTerminal = !isPlain && !isDumb && isatty(STDERR_FILENO) == 1
  }

  func show(_ done: Int, of all: Int) {
    state.withLock { state in
      let first = state.first ?? done
      state.first = first
      let tenth = all == 0 ? 10 : done * 10 / all
      guard isOnTerminal || tenth != state.shown else { return }
      state.shown = tenth
      let words = "\(done) of \(all) graded" + left(done, all, since: first)
      guard isOnTerminal else {
        world.writeError("course: \(words)\n")
        return
      }
      let full = all == 0 ? 20 : done * 20 / all
      let bar =
        String(repeating: "#", count: full)
        + String(repeating: "-", count: 20 - full)
      world.writeError(
        "\r\u{1B}[K[\(bar)] \(words)" + (done == all ? "\n" : ""))
    }
  }

  /// The time left, as fast as it went until now.
  private func left(_ done: Int, _ all: Int, since first: Int) -> String {
    let seconds = (ContinuousClock.now - start) / .seconds(1)
    guard done > first, done < all, seconds > 2 else { return "" }
    let rest = Int(seconds / Double(done - first) * Double(all - done))
    return rest < 90 ? ", \(rest) s left" : ", \((rest + 59) / 60) min left"
  }
}

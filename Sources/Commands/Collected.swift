internal import Synchronization

/// A text that grows, from whichever thread.
final class Collected: Sendable {
  private let words = Mutex("")

  var text: String { words.withLock { $0 } }

  func append(_ more: String) { words.withLock { $0 += more } }
}

internal import Pages
internal import Synchronization

/// A text that any thread can append to.
final class OutputBuffer: Sendable {
  private let words = Mutex("")

  var text: String { words.withLock { $0 } }

  func append(_ more: String) { words.withLock { $0 += more } }
}

extension World {
  /// Runs another command in this world and collects its output as text.
  ///
  /// Keys on a full screen show what a command prints in this way.
  func collecting(
    _ arguments: [String], on screen: Screen
  ) -> (text: String, status: ExitStatus) {
    let collected = OutputBuffer()
    var world = self
    world.arguments = arguments
    world.screen = screen
    world.desk = nil
    world.write = { collected.append($0) }
    world.writeError = { collected.append($0) }
    let status = run(Course.self, in: world)
    return (collected.text, status)
  }
}

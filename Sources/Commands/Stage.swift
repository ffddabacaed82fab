internal import Pages

#if canImport(Darwin)
internal import Darwin
#elseif canImport(Musl)
internal import Musl
#else
internal import Glibc
#endif

/// A terminal whose lines may be drawn over; a pipe and a dumb one are none.
package struct Stage: Sendable {
  /// The lines of the screen.
  package var rows: Int

  /// Whether standard input is the terminal too, so that keys can be pressed.
  package var hasKeys: Bool

  package init(rows: Int, hasKeys: Bool) {
    self.rows = rows
    self.hasKeys = hasKeys
  }
}

/// The stage that this process has.
func standardStage(_ environment: [String: String]) -> Stage? {
  let terminal = environment["TERM"] ?? "dumb"
  guard isatty(STDOUT_FILENO) == 1, terminal != "dumb", !terminal.isEmpty,
    let size = Terminal.size()
  else { return nil }
  return Stage(rows: size.rows, hasKeys: isatty(STDIN_FILENO) == 1)
}

extension World {
  /// This world with another command, whose words are collected instead of
  /// written: what a key of a full screen shows.
  func collecting(
    _ arguments: [String], on screen: Screen
  ) -> (text: String, status: ExitStatus) {
    let collected = Collected()
    var world = self
    world.arguments = arguments
    world.screen = screen
    world.stage = nil
    world.write = { collected.append($0) }
    world.complain = { collected.append($0) }
    let status = runCourse(in: world)
    return (collected.text, status)
  }
}

package import Pages

/// The rows of a text that is rendered already.
package func splitRows(_ text: String) -> [String] {
  var rows = text.split(separator: "\n", omittingEmptySubsequences: false)
    .map(String.init)
  if rows.last == "" { rows.removeLast() }
  return rows
}

/// The whole of a terminal as it is now, and what stands there.
package struct FullStage {
  package private(set) var screen: Screen
  package private(set) var rows = 24
  private var shown: String?

  package init(_ screen: Screen) {
    self.screen = screen
    measure()
  }

  /// Asks for the size anew; whatever stood there is drawn again.
  package mutating func measure() {
    shown = nil
    guard let size = terminalSize() else { return }
    // The last column stays free: clearing behind it would clear it.
    screen.width = max(20, min(size.columns - 1, 400))
    rows = max(6, size.rows)
  }

  /// Shows rows, in one write and only where something changed.
  package mutating func show(_ rows: [String], on terminal: Terminal) {
    let frame = FullScreen.frame(Array(rows.prefix(self.rows)))
    guard frame != shown else { return }
    shown = frame
    terminal.write(frame)
  }
}

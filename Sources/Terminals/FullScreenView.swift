package import Pages

/// Splits a rendered text into rows.
///
/// A row without escape sequences that is too wide continues on the next row.
package func splitRows(_ text: String, width: Int) -> [String] {
  var rows = text.split(separator: "\n", omittingEmptySubsequences: false)
    .map(String.init)
  if rows.last == "" { rows.removeLast() }
  return rows.flatMap { row -> [String] in
    guard !row.contains("\u{1B}"), row.count > width else { return [row] }
    return stride(from: 0, to: row.count, by: width).map {
      String(row.dropFirst($0).prefix(width))
    }
  }
}

/// The full screen of a terminal, and what it shows.
package struct FullScreenView {
  package private(set) var screen: Screen
  package private(set) var rows = 24
  private var shown: String?

  package init(_ screen: Screen) {
    self.screen = screen
    measure()
  }

  /// Asks for the size again; everything will be redrawn.
  package mutating func measure() {
    shown = nil
    guard let size = terminalSize() else { return }
    // Leave the last column free: clearing to the end of the line would erase
    // it.
    screen.width = max(16, min(size.columns - 1, 400))
    rows = max(6, size.rows)
  }

  /// Shows rows in one write, if anything changed.
  package mutating func show(_ rows: [String], on terminal: Terminal) {
    let frame = FullScreen.frame(Array(rows.prefix(self.rows)))
    guard frame != shown else { return }
    shown = frame
    terminal.write(frame)
  }
}

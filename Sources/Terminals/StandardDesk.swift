internal import Pages
internal import System

/// The interactive features of this process's terminal; nil if standard output
/// is not one.
package func standardDesk(_ environment: [String: String]) -> Desk? {
  guard isatty(STDOUT_FILENO) == 1 else { return nil }
  let terminal = environment["TERM"] ?? ""
  let size = terminalSize()
  return Desk(
    rows: size?.rows ?? 24,
    drawsOver: size != nil && !["", "dumb"].contains(terminal),
    size: terminalSize, canAnswer: isatty(STDIN_FILENO) == 1,
    readLine: { Swift.readLine() })
}

/// The terminal's columns and rows; nil if standard output is not a terminal or
/// has no size.
package func terminalSize() -> (columns: Int, rows: Int)? {
  var size = winsize()
  guard isatty(STDOUT_FILENO) == 1,
    ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0
  else { return nil }
  let columns = max(16, min(Int(size.ws_col), 400))
  return (columns, size.ws_row > 0 ? Int(size.ws_row) : 24)
}

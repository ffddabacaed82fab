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
    readLine: { Swift.readLine() }, page: page)
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

/// The command line of the pager; nil if none should be used.
package func pager(_ environment: [String: String]) -> String? {
  guard let asked = environment["PAGER"] else { return "less -R" }
  let pager = asked.split(separator: " ").joined(separator: " ")
  if pager.isEmpty || pager == "cat" { return nil }
  // Without -R, less shows escape sequences instead of colors.
  return pager == "less" ? "less -R" : pager
}

/// Whether a pager's command line runs `less`, in any folder.
package func isLess(_ pager: String) -> Bool {
  let program = pager.prefix { $0 != " " }
  return program.split(separator: "/").last == "less"
}

/// Pipes a text to a shell command and waits for it to end.
///
/// Meanwhile Ctrl-C goes to the pager, and a pager that is quit early closes
/// the pipe. Neither ends this program.
private func page(_ text: String, _ pager: String) -> Bool {
  // In a C locale, `less` would show our UTF-8 as control characters.
  let charset =
    "LESSCHARSET=${LESSCHARSET:-utf-8}; export LESSCHARSET; "
    // Make `less` pass colors on, however it is called.
    + "LESS=\"-R $LESS\"; export LESS; "
  // Show first-time users the keys.
  let prompt =
    pager == "less -R" ? " '-PSpace goes on, b goes back, q quits'" : ""
  let command = charset + pager + prompt
  guard let pipe = popen(command, "w") else { return false }
  let interrupt = signal(SIGINT, SIG_IGN)
  let broken = signal(SIGPIPE, SIG_IGN)
  defer {
    signal(SIGINT, interrupt)
    signal(SIGPIPE, broken)
  }
  fputs(text, pipe)
  let status = pclose(pipe)
  // The shell's exit status for a program that is missing or cannot be run.
  let exit = (status >> 8) & 0xFF
  return status >= 0 && exit != 127 && exit != 126
}

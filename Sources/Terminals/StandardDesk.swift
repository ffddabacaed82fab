internal import Pages

#if canImport(Darwin)
internal import Darwin
#elseif canImport(Musl)
internal import Musl
#else
internal import Glibc
#endif

/// The reader's desk at this process's terminal; nil in a pipe.
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

/// The terminal's columns and rows; nil where standard output is none, or
/// does not know.
package func terminalSize() -> (columns: Int, rows: Int)? {
  var size = winsize()
  guard isatty(STDOUT_FILENO) == 1,
    ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0
  else { return nil }
  let columns = max(16, min(Int(size.ws_col), 400))
  return (columns, size.ws_row > 0 ? Int(size.ws_row) : 24)
}

/// The command line of the pager; nil where none is wanted.
package func pager(_ environment: [String: String]) -> String? {
  guard let asked = environment["PAGER"] else { return "less -R" }
  let pager = asked.split(separator: " ").joined(separator: " ")
  if pager.isEmpty || pager == "cat" { return nil }
  // Without -R, less shows escape sequences instead of colours.
  return pager == "less" ? "less -R" : pager
}

/// Whether a pager's command line runs `less`, wherever it lies.
package func isLess(_ pager: String) -> Bool {
  let program = pager.prefix { $0 != " " }
  return program.split(separator: "/").last == "less"
}

/// Pipes a text to a shell's command line and waits for it to end.
///
/// Ctrl-C belongs to the pager meanwhile, and one that is left early closes
/// the pipe: neither ends this program.
private func page(_ text: String, _ pager: String) -> Bool {
  // `less` in a C locale would take our UTF-8 for control characters.
  let charset =
    "LESSCHARSET=${LESSCHARSET:-utf-8}; export LESSCHARSET; "
    // However it is called, `less` is told to pass colours on.
    + "LESS=\"-R $LESS\"; export LESS; "
  // Who meets it for the first time is told the keys.
  let prompt = pager == "less -R" ? " '-PSpace goes on, b back, q ends'" : ""
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
  // A shell's word for a program that is not there, or is none.
  let exit = (status >> 8) & 0xFF
  return status >= 0 && exit != 127 && exit != 126
}

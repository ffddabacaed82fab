internal import Pages
internal import System

/// A terminal taken over for a while: it delivers every key as it is pressed,
/// shows the alternate screen buffer, and lets the program wait for signals.
///
/// Call `giveBack()` on every way out.
package final class Terminal {
  /// What a signal asks the program to do.
  package enum Signal {
    case end
    case resize
    case suspend
    case resume
  }

  private var before = termios()
  private var isTaken = false
  private let signals: SignalPipe

  /// Keys that were pressed while the terminal was lent.
  private var ahead: [UInt8] = []

  /// Whether the terminal has been closed.
  package private(set) var isGone = false

  /// Takes over the terminal of standard input and output.
  package init() throws(TerminalFailure) {
    signals = try SignalPipe([
      SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGWINCH, SIGTSTP, SIGCONT,
    ])
    guard tcgetattr(STDIN_FILENO, &before) == 0 else {
      throw TerminalFailure(description: "standard input is not a terminal")
    }
    take()
  }

  deinit { giveBack() }

  /// Delivers every key as it is pressed, without echo, and shows the alternate
  /// screen.
  private func take() {
    guard !isTaken else { return }
    isTaken = true
    var raw = before
    raw.c_iflag &= ~tcflag_t(BRKINT | ICRNL | INPCK | ISTRIP | IXON)
    raw.c_lflag &= ~tcflag_t(ECHO | ICANON | IEXTEN | ISIG)
    withUnsafeMutableBytes(of: &raw.c_cc) { keys in
      keys[Int(VMIN)] = 1
      keys[Int(VTIME)] = 0
    }
    tcsetattr(STDIN_FILENO, TCSADRAIN, &raw)
    write(FullScreen.enter)
  }

  /// Restores the terminal as it was.
  package func giveBack() {
    guard isTaken else { return }
    isTaken = false
    write(FullScreen.leave)
    tcsetattr(STDIN_FILENO, TCSADRAIN, &before)
  }

  /// Gives the terminal to the shell until the program is brought to the
  /// foreground again.
  package func suspend() {
    giveBack()
    // The system ignores this if no shell could resume the program.
    signals.leave([SIGTSTP]) { _ = kill(0, SIGTSTP) }
    retake()
  }

  /// Restores the terminal, runs another program in it, and waits for that to
  /// end.
  ///
  /// Meanwhile Ctrl-C goes to that program, because `system` ignores it here.
  /// Ctrl-Z stops both, as the shell expects. This process may end at any time,
  /// because the terminal is already restored.
  package func lend(to command: String) {
    giveBack()
    signals.leave([SIGTSTP, SIGTERM, SIGHUP]) { _ = system(command) }
    _ = signals.taken()
    write("\nPress Enter to go back to watch. ")
    ahead = waitForKey()
    // What comes here the next time begins on a line of its own.
    write("\n")
    retake()
  }

  /// Waits for a key, for the end of input, or for a signal that ends the
  /// program.
  ///
  /// Enter, Space, q and Esc only end the wait. Other keys are returned, so
  /// that they have their usual effect.
  private func waitForKey() -> [UInt8] {
    listenForKeys()
    while true {
      let signals = wait([], milliseconds: -1)
      if signals.contains(.end) { return [] }
      if signals.contains(.suspend) {
        tcsetattr(STDIN_FILENO, TCSADRAIN, &before)
        self.signals.leave([SIGTSTP]) { _ = kill(0, SIGTSTP) }
        listenForKeys()
      }
      switch readInput() {
      case .bytes(let bytes):
        let endOfInput: UInt8 = 4
        let back = "\r\n q".utf8 + [endOfInput]
        return bytes.first.map(back.contains) == true || bytes == [0x1B]
          ? Array(bytes.dropFirst()) : bytes
      case .end: return []
      case .nothing: break
      }
    }
  }

  /// Delivers every key as it is pressed, without echo; keys that send signals
  /// still do.
  private func listenForKeys() {
    var keys = before
    keys.c_lflag &= ~tcflag_t(ECHO | ICANON)
    tcsetattr(STDIN_FILENO, TCSADRAIN, &keys)
  }

  /// Takes over the terminal again after the process was stopped.
  package func retake() {
    isTaken = false
    take()
  }

  /// Writes all of a text, in one call if the terminal takes it.
  package func write(_ text: String) {
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty, !isGone {
      let count = rest.withUnsafeBytes {
        writeBytes(STDOUT_FILENO, $0.baseAddress, $0.count)
      }
      if count < 0 && (errno == EINTR || errno == EAGAIN) { continue }
      if count <= 0 { isGone = true } else { rest = rest.dropFirst(count) }
    }
  }

  /// The bytes typed so far; the end of input means that the terminal is gone.
  package func typed() -> [UInt8] {
    defer { ahead = [] }
    switch readInput() {
    case .bytes(let bytes): return ahead + bytes
    case .nothing: return ahead
    case .end:
      isGone = true
      return []
    }
  }

  /// Waits for a key, a signal or one of these descriptors, but not longer than
  /// the given time.
  package func wait(_ others: [Int32], milliseconds: Int32) -> [Signal] {
    let input = isGone ? [] : [STDIN_FILENO]
    waitForAny(
      input + [signals.reading] + others,
      milliseconds: ahead.isEmpty ? milliseconds : 0)
    return signals.taken().map { signal in
      switch signal {
      case SIGWINCH: .resize
      case SIGTSTP: .suspend
      case SIGCONT: .resume
      default: .end
      }
    }
  }
}

/// The result of reading standard input.
package enum Input {
  case bytes([UInt8])
  case nothing
  case end
}

/// Reads what is available on standard input, without waiting for more.
package func readInput() -> Input {
  guard waitForAny([STDIN_FILENO], milliseconds: 0) else { return .nothing }
  var buffer = [UInt8](repeating: 0, count: 1_024)
  let count = buffer.withUnsafeMutableBytes {
    read(STDIN_FILENO, $0.baseAddress, $0.count)
  }
  if count < 0 && (errno == EINTR || errno == EAGAIN) { return .nothing }
  return count <= 0 ? .end : .bytes(Array(buffer.prefix(count)))
}

/// Waits until one of the descriptors is readable, or the time is over.
///
/// A negative number of milliseconds waits forever.
@discardableResult
package func waitForAny(_ descriptors: [Int32], milliseconds: Int32) -> Bool {
  var entries = descriptors.map {
    pollfd(fd: $0, events: Int16(POLLIN), revents: 0)
  }
  return poll(&entries, nfds_t(entries.count), milliseconds) > 0
}

/// The reason why a terminal cannot be taken over.
package struct TerminalFailure: Error, CustomStringConvertible {
  package let description: String
}

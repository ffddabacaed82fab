internal import Pages

#if canImport(Darwin)
internal import Darwin
#elseif canImport(Musl)
internal import Musl
#else
internal import Glibc
#endif

/// A terminal taken over for a while: every key as it is pressed, the other
/// screen buffer, and the signals of this process as something to wait for.
///
/// The one file that speaks to the system about terminals and signals. Whoever
/// takes a terminal gives it back: `giveBack()` is called on every way out.
package final class Terminal {
  /// What a person wants who sends a signal.
  package enum Signal {
    case end
    case resize
    case suspend
    case resume
  }

  private var before = termios()
  private var isTaken = false
  private let signals: SignalPipe

  /// Whether the terminal has gone away.
  package private(set) var isGone = false

  /// Takes over the terminal of standard input and output.
  package init() throws(TerminalFailure) {
    signals = try SignalPipe([
      SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGWINCH, SIGTSTP, SIGCONT,
    ])
    guard tcgetattr(STDIN_FILENO, &before) == 0 else {
      throw TerminalFailure(description: "standard input is no terminal")
    }
    take()
  }

  deinit { giveBack() }

  /// Every key as it is pressed, without echo; the screen is the other one.
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

  /// Leaves the terminal as it was.
  package func giveBack() {
    guard isTaken else { return }
    isTaken = false
    write(FullScreen.leave)
    tcsetattr(STDIN_FILENO, TCSADRAIN, &before)
  }

  /// Gives the terminal to the shell until it is brought to the front again.
  package func suspend() {
    giveBack()
    // Where no shell would wake it the system passes this over.
    signals.leave([SIGTSTP]) { _ = kill(0, SIGTSTP) }
    retake()
  }

  /// Lends the terminal, as it was, to another program, and waits for it.
  ///
  /// Ctrl-C meanwhile is that program's: `system` sees to it. Ctrl-Z stops
  /// both, as the shell expects; and nobody has to be asked before this
  /// process ends, for the terminal is as it was.
  package func lend(to command: String) {
    giveBack()
    signals.leave([SIGTSTP, SIGTERM, SIGHUP]) { _ = system(command) }
    _ = signals.taken()
    write("\nEnter goes back to watch. ")
    waitForEnter()
    retake()
  }

  /// Ends with Enter, with the end of input, which in this mode is a key like
  /// any other, and with a signal that ends the program.
  private func waitForEnter() {
    while true {
      let signals = wait([], milliseconds: -1)
      if signals.contains(.end) { return }
      if signals.contains(.suspend) {
        self.signals.leave([SIGTSTP]) { _ = kill(0, SIGTSTP) }
      }
      switch readInput() {
      case .bytes(let bytes):
        if bytes.contains(UInt8(ascii: "\n")) { return }
      case .end: return
      case .nothing: break
      }
    }
  }

  /// Takes the terminal over again after the process was stopped.
  package func retake() {
    isTaken = false
    take()
  }

  /// Writes all of a text in one go, if the terminal takes it.
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

  /// What has been typed; an end of the input is the end of the terminal.
  package func typed() -> [UInt8] {
    switch readInput() {
    case .bytes(let bytes): return bytes
    case .nothing: return []
    case .end:
      isGone = true
      return []
    }
  }

  /// Waits until a key, a signal, one of these descriptors, or the time.
  package func wait(_ others: [Int32], milliseconds: Int32) -> [Signal] {
    let input = isGone ? [] : [STDIN_FILENO]
    waitForAny(input + [signals.reading] + others, milliseconds: milliseconds)
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

/// What came from standard input.
package enum Input {
  case bytes([UInt8])
  case nothing
  case end
}

/// Reads what there is on standard input, without waiting for more.
package func readInput() -> Input {
  guard waitForAny([STDIN_FILENO], milliseconds: 0) else { return .nothing }
  var buffer = [UInt8](repeating: 0, count: 1_024)
  let count = buffer.withUnsafeMutableBytes {
    read(STDIN_FILENO, $0.baseAddress, $0.count)
  }
  if count < 0 && (errno == EINTR || errno == EAGAIN) { return .nothing }
  return count <= 0 ? .end : .bytes(Array(buffer.prefix(count)))
}

/// Waits until one of the descriptors has something, or the time is over.
///
/// Less than zero milliseconds wait for ever.
@discardableResult
package func waitForAny(_ descriptors: [Int32], milliseconds: Int32) -> Bool {
  var entries = descriptors.map {
    pollfd(fd: $0, events: Int16(POLLIN), revents: 0)
  }
  return poll(&entries, nfds_t(entries.count), milliseconds) > 0
}

/// Why a terminal cannot be taken over.
package struct TerminalFailure: Error, CustomStringConvertible {
  package let description: String
}

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
final class Terminal {
  /// What a person wants who sends a signal.
  enum Signal {
    case end
    case resize
    case suspend
    case resume
  }

  private var before = termios()
  private var isTaken = false
  private let signals: SignalPipe

  /// Whether the terminal has gone away.
  private(set) var isGone = false

  /// Takes over the terminal of standard input and output.
  init() throws(CommandFailure) {
    signals = try SignalPipe([
      SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGWINCH, SIGTSTP, SIGCONT,
    ])
    guard tcgetattr(STDIN_FILENO, &before) == 0 else {
      throw CommandFailure(.environment, "standard input is no terminal")
    }
    take()
  }

  deinit { giveBack() }

  /// The columns and rows of the terminal now.
  static func size() -> (columns: Int, rows: Int)? {
    var size = winsize()
    guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0
    else { return nil }
    return (Int(size.ws_col), size.ws_row > 0 ? Int(size.ws_row) : 24)
  }

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
  func giveBack() {
    guard isTaken else { return }
    isTaken = false
    write(FullScreen.leave)
    tcsetattr(STDIN_FILENO, TCSADRAIN, &before)
  }

  /// Gives the terminal to the shell until it is brought to the front again.
  func suspend() {
    giveBack()
    // Where no shell would wake it the system passes this over.
    signals.leave(SIGTSTP) { _ = kill(0, SIGTSTP) }
    retake()
  }

  /// Lends the terminal, as it was, to another program, and waits for it.
  ///
  /// Ctrl-C meanwhile is that program's: `system` sees to it.
  func lend(to command: String) {
    giveBack()
    _ = system(command)
    write("\nEnter goes back to watch. ")
    while !isGone, !typed().contains(UInt8(ascii: "\n")) {
      if wait([], milliseconds: -1).contains(.end) { break }
    }
    retake()
  }

  /// Takes the terminal over again after the process was stopped.
  func retake() {
    isTaken = false
    take()
  }

  /// Writes all of a text in one go, if the terminal takes it.
  func write(_ text: String) {
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
  func typed() -> [UInt8] {
    switch readInput() {
    case .bytes(let bytes): return bytes
    case .nothing: return []
    case .end:
      isGone = true
      return []
    }
  }

  /// Waits until a key, a signal, one of these descriptors, or the time.
  func wait(_ others: [Int32], milliseconds: Int32) -> [Signal] {
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
enum Input {
  case bytes([UInt8])
  case nothing
  case end
}

/// Reads what there is on standard input, without waiting for more.
func readInput() -> Input {
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
func waitForAny(_ descriptors: [Int32], milliseconds: Int32) -> Bool {
  var entries = descriptors.map {
    pollfd(fd: $0, events: Int16(POLLIN), revents: 0)
  }
  return poll(&entries, nfds_t(entries.count), milliseconds) > 0
}

/// Signals as bytes in a pipe, so that one wait serves them and all else.
///
/// A signal may come to any thread, those of the matrix library too, and its
/// handler can carry nothing along. So the pipe's end has a number that is
/// agreed upon, and the handler needs no variable to find it.
final class SignalPipe {
  let reading: Int32
  private let signals: [Int32]

  init(_ signals: [Int32]) throws(CommandFailure) {
    var ends: [Int32] = [-1, -1]
    guard fcntl(signalDescriptor, F_GETFD) < 0, pipe(&ends) == 0,
      dup2(ends[1], signalDescriptor) == signalDescriptor
    else {
      throw CommandFailure(
        .environment, "no pipe for signals: \(String(cString: strerror(errno)))"
      )
    }
    close(ends[1])
    for end in [ends[0], signalDescriptor] {
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
      _ = fcntl(end, F_SETFL, O_NONBLOCK)
    }
    reading = ends[0]
    self.signals = signals
    for number in signals { hear(number) }
  }

  private func hear(_ number: Int32) {
    signal(number) { number in
      // Only what may be called at any moment, and nothing left changed.
      let before = errno
      var byte = UInt8(truncatingIfNeeded: number)
      _ = writeBytes(signalDescriptor, &byte, 1)
      errno = before
    }
  }

  /// Leaves a signal to the system while something is done.
  func leave(_ number: Int32, while work: () -> Void) {
    signal(number, SIG_DFL)
    work()
    hear(number)
  }

  deinit {
    for number in signals { signal(number, SIG_DFL) }
    close(signalDescriptor)
    close(reading)
  }

  /// The signals that came.
  func taken() -> [Int32] {
    var buffer = [UInt8](repeating: 0, count: 64)
    let count = buffer.withUnsafeMutableBytes {
      read(reading, $0.baseAddress, $0.count)
    }
    return buffer.prefix(max(count, 0)).map { Int32($0) }
  }
}

/// The descriptor that signals are written to; a program that is started has
/// those below 256 closed.
private var signalDescriptor: Int32 { 63 }

/// `write(2)`, by a name that no method hides.
private func writeBytes(
  _ descriptor: Int32, _ bytes: UnsafeRawPointer?, _ count: Int
) -> Int {
  write(descriptor, bytes, count)
}

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
      SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGWINCH, SIGCONT,
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
    kill(0, SIGTSTP)
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
/// A thread of its own waits for them; nothing runs in a signal handler, and
/// nothing is global.
final class SignalPipe {
  let reading: Int32
  private let writing: Int32

  init(_ signals: [Int32]) throws(CommandFailure) {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else {
      throw CommandFailure(.environment, "no pipe is to be had")
    }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    (reading, writing) = (ends[0], ends[1])
    // Blocked here, before the thread begins, so that only it gets them.
    var set = sigset_t()
    sigemptyset(&set)
    for signal in signals { sigaddset(&set, signal) }
    pthread_sigmask(SIG_BLOCK, &set, nil)
    let settings = Settings(signals: set, writing: writing)
    let context = Unmanaged.passRetained(settings).toOpaque()
    #if canImport(Darwin)
    var thread: pthread_t?
    #else
    var thread = pthread_t()
    #endif
    pthread_create(&thread, nil, passOn, context)
  }

  /// The signals that came.
  func taken() -> [Int32] {
    guard waitForAny([reading], milliseconds: 0) else { return [] }
    var buffer = [UInt8](repeating: 0, count: 64)
    let count = buffer.withUnsafeMutableBytes {
      read(reading, $0.baseAddress, $0.count)
    }
    return buffer.prefix(max(count, 0)).map { Int32($0) }
  }

  fileprivate final class Settings {
    let signals: sigset_t
    let writing: Int32

    init(signals: sigset_t, writing: Int32) {
      self.signals = signals
      self.writing = writing
    }
  }
}

#if canImport(Darwin)
private typealias Context = UnsafeMutableRawPointer
#else
private typealias Context = UnsafeMutableRawPointer?
#endif

/// The thread of a `SignalPipe`: it waits for signals as long as the process
/// lives, and writes their numbers.
@Sendable
private func passOn(_ context: Context) -> UnsafeMutableRawPointer? {
  #if canImport(Darwin)
  let pointer = context
  #else
  guard let pointer = context else { return nil }
  #endif
  let settings = Unmanaged<SignalPipe.Settings>.fromOpaque(pointer)
    .takeRetainedValue()
  var set = settings.signals
  while true {
    var signal: Int32 = 0
    guard sigwait(&set, &signal) == 0 else { continue }
    var byte = UInt8(truncatingIfNeeded: signal)
    _ = writeBytes(settings.writing, &byte, 1)
  }
}

/// `write(2)`, by a name that no method hides.
private func writeBytes(
  _ descriptor: Int32, _ bytes: UnsafeRawPointer?, _ count: Int
) -> Int {
  write(descriptor, bytes, count)
}

#if canImport(Darwin)
internal import Darwin
#elseif canImport(Musl)
internal import Musl
#else
internal import Glibc
#endif

/// How a process ended.
enum Ending: Sendable, Equatable {
  case exited(Int32)
  case signalled(Int32)
}

/// A process of its own group, with its three pipes.
///
/// Pipes are read as they fill, before anybody waits; whoever kills, kills the
/// group.
final class Child {
  let pid: pid_t
  let limits: ResourceLimits?
  private let watchdog: Watchdog?
  private let input: Int32
  private let output: Int32
  private let errors: Int32

  /// What is still to be written to the process.
  private var pending: [ArraySlice<UInt8>] = []
  private var inputOpen = true
  private var outputOpen = true
  private var errorsOpen = true

  /// What has come on standard output and has not been taken.
  var received: [UInt8] = []

  /// What has come on standard error.
  var complaints = BoundedText()

  private(set) var ending: Ending?

  /// The most memory the process had, in bytes; 0 before it has ended, and
  /// where the system does not tell it from this process's own.
  private(set) var peakMemory = 0

  /// The most memory this process had when it started the other.
  ///
  /// Linux counts it as the other's, which began as a copy of this one.
  private let inheritedMemory: Int

  /// Starts a program.
  init(_ command: Command) throws(LaunchError) {
    // Writing to a process that is gone is an error here, not a signal.
    signal(SIGPIPE, SIG_IGN)
    let pipes = try (Pipe(), Pipe(), Pipe())
    defer {
      close(pipes.0.reading)
      close(pipes.1.writing)
      close(pipes.2.writing)
    }
    var usage = rusage()
    // RUSAGE_SELF, which is not of the type that Glibc's function wants.
    getrusage(0, &usage)
    inheritedMemory = Grading.peakMemory(in: usage)
    limits = command.limits
    watchdog = command.watchdog
    input = pipes.0.writing
    output = pipes.1.reading
    errors = pipes.2.reading
    do {
      pid = try spawn(
        command, input: pipes.0.reading, output: pipes.1.writing,
        errors: pipes.2.writing)
    } catch {
      close(input)
      close(output)
      close(errors)
      throw error
    }
    for descriptor in [input, output, errors] {
      let flags = fcntl(descriptor, F_GETFL)
      _ = fcntl(descriptor, F_SETFL, flags | O_NONBLOCK)
    }
  }

  deinit {
    end()
  }

  /// Queues bytes for the process's standard input.
  func send(_ segments: [[UInt8]]) {
    pending += segments.filter { !$0.isEmpty }.map { $0[...] }
  }

  /// Closes the process's standard input once all has been written.
  func finishInput() {
    guard inputOpen, pending.isEmpty else { return }
    inputOpen = false
    close(input)
  }

  /// Moves bytes until something came, the process ended, or the deadline.
  ///
  /// Returns false once the process has ended and all it said has been read.
  func turn(until deadline: ContinuousClock.Instant) -> Bool {
    if !isAlive() { return drain() }
    // Short enough to notice an end that no pipe tells of, as when a
    // grandchild holds them open.
    let left = min(deadline - .now, .milliseconds(50))
    let wait = max(0, Int32(left / .milliseconds(1)))
    var entries: [pollfd] = []
    if inputOpen, !pending.isEmpty {
      entries.append(pollfd(fd: input, events: Int16(POLLOUT), revents: 0))
    }
    if outputOpen {
      entries.append(pollfd(fd: output, events: Int16(POLLIN), revents: 0))
    }
    if errorsOpen {
      entries.append(pollfd(fd: errors, events: Int16(POLLIN), revents: 0))
    }
    // Both pipes closed and still alive: only its end can be waited for.
    _ = poll(
      &entries, nfds_t(entries.count), entries.isEmpty ? min(wait, 2) : wait)
    for entry in entries where entry.revents != 0 {
      switch entry.fd {
      case input: writePending()
      case output: outputOpen = readOutput()
      default: errorsOpen = readErrors()
      }
    }
    return true
  }

  /// What can be waited for until something comes: its open pipes.
  var openPipes: [Int32] {
    (outputOpen ? [output] : []) + (errorsOpen ? [errors] : [])
  }

  /// Ends the whole group, and waits for the process.
  func end() {
    guard ending == nil else { return closeAll() }
    kill(-pid, SIGKILL)
    kill(pid, SIGKILL)
    var status: Int32 = 0
    var usage = rusage()
    while wait4(pid, &status, 0, &usage) < 0 && errno == EINTR {}
    record(status, usage)
    closeAll()
  }

  private func isAlive() -> Bool {
    guard ending == nil else { return false }
    var status: Int32 = 0
    var usage = rusage()
    guard wait4(pid, &status, WNOHANG, &usage) == pid else { return true }
    record(status, usage)
    return false
  }

  private func record(_ status: Int32, _ usage: rusage) {
    let signal = status & 0x7f
    let peak = Grading.peakMemory(in: usage)
    peakMemory = peak > inheritedMemory ? peak : 0
    ending =
      signal == 0 ? .exited((status >> 8) & 0xff) : .signalled(signal)
    // What it started goes with it.
    kill(-pid, SIGKILL)
    watchdog?.forget(pid)
  }

  /// Reads what is left in the pipes of an ended process.
  private func drain() -> Bool {
    let before = received.count + complaints.count
    if outputOpen { outputOpen = readOutput() }
    if errorsOpen { errorsOpen = readErrors() }
    return received.count + complaints.count > before
  }

  private var isOpen = true

  private func closeAll() {
    guard isOpen else { return }
    isOpen = false
    if inputOpen { close(input) }
    inputOpen = false
    close(output)
    close(errors)
  }

  private func writePending() {
    while let first = pending.first {
      let count = first.withUnsafeBytes {
        write(input, $0.baseAddress, $0.count)
      }
      if count < 0 && errno == EINTR { continue }
      if count < 0 && errno == EAGAIN { return }
      if count < 0 {
        pending = []
        return
      }
      pending[0] = first.dropFirst(count)
      if pending[0].isEmpty { pending.removeFirst() }
    }
  }

  private func readOutput() -> Bool {
    readAvailable(output) { received.append(contentsOf: $0) }
  }

  private func readErrors() -> Bool {
    readAvailable(errors) { complaints.append($0) }
  }

  /// Reads at most a mebibyte, so that a flood gives way to the deadline;
  /// false at the end of the pipe.
  private func readAvailable(
    _ descriptor: Int32, take: (UnsafeRawBufferPointer) -> Void
  ) -> Bool {
    withUnsafeTemporaryAllocation(byteCount: 65_536, alignment: 16) { buffer in
      for _ in 0..<16 {
        let count = read(descriptor, buffer.baseAddress, buffer.count)
        if count < 0 && errno == EINTR { continue }
        if count < 0 { return errno == EAGAIN }
        if count == 0 { return false }
        take(UnsafeRawBufferPointer(rebasing: buffer[..<count]))
      }
      return true
    }
  }
}

/// The most memory that a process had, in bytes.
private func peakMemory(in usage: rusage) -> Int {
  #if canImport(Darwin)
  usage.ru_maxrss
  #else
  usage.ru_maxrss * 1024
  #endif
}

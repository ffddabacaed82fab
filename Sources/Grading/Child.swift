internal import System

/// How a process ended.
enum Ending: Sendable, Equatable {
  case exited(Int32)
  case signalled(Int32)
}

/// A child process in a process group of its own, with its three pipes.
///
/// Its pipes are read before anything waits for it to end, so that a full pipe
/// cannot block it. Killing it kills the whole group.
final class Child {
  let pid: pid_t
  let limits: ResourceLimits?
  private let watchdog: Watchdog?
  private let isBoxed: Bool

  /// Tells whether the system has killed it for lack of memory.
  let isOutOfMemory: (@Sendable () -> Bool)?
  private let input: Int32
  private let output: Int32
  private let errors: Int32

  /// Bytes not yet written to the process.
  private var pending: [ArraySlice<UInt8>] = []
  private var inputOpen = true
  private var outputOpen = true
  private var errorsOpen = true

  /// Standard output that has arrived but has not been consumed.
  var received: [UInt8] = []

  /// Standard error so far.
  var complaints = BoundedText()

  private(set) var ending: Ending?

  /// The process's peak memory in bytes; 0 until it has ended, or if the system
  /// cannot tell it from this process's own.
  private(set) var peakMemory = 0

  /// This process's peak memory when it started the child.
  ///
  /// Linux counts it toward the child, which began as a copy of this process.
  private let inheritedMemory: Int

  /// Starts a program.
  init(_ command: Command) throws(LaunchError) {
    // Make writing to a process that has ended an error, not a signal.
    signal(SIGPIPE, SIG_IGN)
    let pipes = try (Pipe(), Pipe(), Pipe())
    defer {
      close(pipes.0.reading)
      close(pipes.1.writing)
      close(pipes.2.writing)
    }
    var usage = rusage()
    // 0 is RUSAGE_SELF, whose type does not match Glibc's function.
    getrusage(0, &usage)
    inheritedMemory = Grading.peakMemory(in: usage)
    limits = command.limits
    watchdog = command.watchdog
    isBoxed = command.isBoxed
    isOutOfMemory = command.isOutOfMemory
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

  /// Closes the process's standard input if everything has been written.
  func finishInput() {
    guard inputOpen, pending.isEmpty else { return }
    inputOpen = false
    close(input)
  }

  /// Waits at most 50 ms, or until the deadline, for a pipe to be ready, and
  /// transfers bytes.
  ///
  /// Returns false once the process has ended and all its output has been read.
  func turn(until deadline: ContinuousClock.Instant) -> Bool {
    if !isAlive() { return drain() }
    // Short enough to notice an exit that closes no pipe, as when a grandchild
    // holds the pipes open.
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
    // Both pipes are closed but it is still alive: only its exit can follow.
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

  /// The open pipes, to poll for output.
  var openPipes: [Int32] {
    (outputOpen ? [output] : []) + (errorsOpen ? [errors] : [])
  }

  /// Kills the whole group and waits for the process.
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
    let code = (status >> 8) & 0xff
    ending =
      if signal != 0 {
        .signalled(signal)
      } else if isBoxed && code > 128 {
        .signalled(code - 128)
      } else {
        .exited(code)
      }
    // Kill everything that it started, too.
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

  /// Reads at most 1 MiB, so that a flood of output cannot delay the deadline;
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

/// A process's peak memory, in bytes.
private func peakMemory(in usage: rusage) -> Int {
  #if canImport(Darwin)
  usage.ru_maxrss
  #else
  usage.ru_maxrss * 1024
  #endif
}

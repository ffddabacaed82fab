internal import Wire

// `stdout` and `stderr` are variables in C, but nothing here assigns them.
#if canImport(Darwin)
@preconcurrency internal import Darwin
#elseif canImport(Musl)
@preconcurrency internal import Musl
#else
@preconcurrency internal import Glibc
#endif

/// Serves the functions to the parent process until it closes the pipe.
///
/// Calls arrive on standard input, and replies leave through a copy of standard
/// output. Anything that the learner's code prints goes to standard error, so
/// that a `print` never corrupts a reply.
public func serve(_ functions: [Exposed]) -> Never {
  let channel = Channel.takingStandardStreams()
  endWithParent()
  channel.send(
    .hello(version: wireVersion, functions: functions.map(\.name)))
  while let call = channel.nextCall() {
    channel.send(answer(to: call, by: functions, over: channel))
  }
  exit(EXIT_SUCCESS)
}

private func answer(
  to call: Call, by functions: [Exposed], over channel: Channel
) -> Reply {
  guard let function = functions.first(where: { $0.name == call.function })
  else { return .threw(id: call.id, "no function \(call.function) is exposed") }
  let reporter = Reporter { name, value in
    channel.send(.event(id: call.id, name: name, value))
  }
  do {
    let value = try function.answer(call.arguments, reporter)
    return .returned(id: call.id, value)
  } catch {
    return .threw(id: call.id, words(for: error))
  }
}

/// The description of an error.
///
/// Foundation is not linked here. Its errors describe themselves as
/// `Error Domain=NAME Code=260 "Reason." UserInfo={…}`; the reason in
/// quotes is enough.
private func words(for error: any Error) -> String {
  let text = "\(error)"
  guard text.hasPrefix("Error Domain=") else { return text }
  let parts = text.split(
    separator: "\"", maxSplits: 2, omittingEmptySubsequences: false)
  return parts.count > 2 && parts[1] != "(null)"
    ? String(parts[1]) : "an error from Foundation"
}

/// The descriptors for receiving calls and sending replies.
private struct Channel: Sendable {
  let input: Int32
  let output: Int32

  /// Moves the channel off the streams that learners' code prints to and reads.
  static func takingStandardStreams() -> Channel {
    let input = fcntl(STDIN_FILENO, F_DUPFD_CLOEXEC, 16)
    let output = fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, 16)
    guard input >= 0, output >= 0 else {
      fail("cannot open 18 files; raise the limit with `ulimit -n 256`")
    }
    dup2(STDERR_FILENO, STDOUT_FILENO)
    let nothing = open("/dev/null", O_RDONLY)
    if nothing >= 0 {
      dup2(nothing, STDIN_FILENO)
      close(nothing)
    }
    printByLines()
    return Channel(input: input, output: output)
  }

  /// The next call; nil once the parent has closed the pipe.
  func nextCall() -> Call? {
    // The parent is trusted; the limit only guards against a damaged stream.
    let limits = WireLimits(bytes: 1 << 32)
    guard let header = readBytes(frameHeaderSize) else { return nil }
    do {
      let length = try bodyLength(header: header, limits: limits)
      guard let body = readBytes(length) else { return nil }
      return try Call(body: body, limits: limits)
    } catch {
      fail("\(error)")
    }
  }

  func send(_ reply: Reply) {
    for segment in Frame(reply).segments {
      segment.withUnsafeBytes { writeBytes($0) }
    }
  }

  private func writeBytes(_ bytes: UnsafeRawBufferPointer) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let buffer = UnsafeRawBufferPointer(rebasing: rest)
      let count = write(output, buffer.baseAddress, buffer.count)
      if count < 0 && errno == EINTR { continue }
      if count <= 0 { exit(EXIT_FAILURE) }
      rest = rest.dropFirst(count)
    }
  }

  private func readBytes(_ count: Int) -> [UInt8]? {
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      while filled < count {
        let rest = UnsafeMutableBufferPointer(rebasing: buffer[filled...])
        let got = read(input, rest.baseAddress, rest.count)
        if got < 0 && errno == EINTR { continue }
        if got <= 0 { return }
        filled += got
      }
    }
    return bytes.count == count ? bytes : nil
  }
}

private func fail(_ reason: String) -> Never {
  fputs("workbench: \(reason)\n", stderr)
  exit(EXIT_FAILURE)
}

/// Ends this process soon after its parent has ended.
///
/// Otherwise a learner's infinite loop would outlive a `course` that was
/// killed.
public func endWithParent() {
  #if canImport(Darwin)
  var thread: pthread_t?
  #else
  var thread = pthread_t()
  #endif
  let started = pthread_create(
    &thread, nil,
    { _ in
      let parent = getppid()
      while getppid() == parent { usleep(250_000) }
      kill(0, SIGKILL)
      return nil
    }, nil)
  if started != 0 { fail("cannot start a thread to watch the parent") }
}

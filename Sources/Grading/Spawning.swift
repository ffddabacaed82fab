internal import Synchronization
internal import System

/// A pipe, whose ends are not inherited by other programs.
struct Pipe {
  let reading: Int32
  let writing: Int32

  init() throws(LaunchError) {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else {
      throw LaunchError(
        description: "cannot create a pipe: \(launchReason(errno))")
    }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    (reading, writing) = (ends[0], ends[1])
  }

  func closeBoth() {
    close(reading)
    close(writing)
  }
}

/// Starts a program in a session of its own, and with it in a group: it has no
/// terminal into which it could type.
func spawn(
  _ command: Command, input: Int32, output: Int32, errors: Int32
) throws(LaunchError) -> pid_t {
  var result: Int32 = 0
  var pid: pid_t = 0
  if let protection = command.protection {
    // On a thread of its own, so that its restrictions affect nothing else.
    let outcome = Mutex<(Int32, pid_t)>((0, 0))
    let failure = onThreads { _ in
      protection.bindThread()
      let spawned = spawned(command, input, output, errors)
      outcome.withLock { $0 = spawned }
    }
    (result, pid) = outcome.withLock { $0 }
    result = failure ?? result
  } else {
    (result, pid) = spawned(command, input, output, errors)
  }
  guard result == 0 else {
    throw LaunchError(
      description:
        "\(command.executable) cannot be started: \(launchReason(result))")
  }
  return pid
}

/// Why a program could not be started, and what to do about it.
private func launchReason(_ number: Int32) -> String {
  number == EMFILE
    ? "too many files are open; raise the limit with `ulimit -n 256`"
    : errorText(number)
}

/// Spawns a program; returns the error number, or 0, and the process.
private func spawned(
  _ command: Command, _ input: Int32, _ output: Int32, _ errors: Int32
) -> (Int32, pid_t) {
  var actions = posix_spawn_file_actions_t()
  posix_spawn_file_actions_init(&actions)
  defer { posix_spawn_file_actions_destroy(&actions) }
  posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO)
  posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO)
  posix_spawn_file_actions_adddup2(&actions, errors, STDERR_FILENO)
  var firstClosed: Int32 = 3
  if let watchdog = command.watchdog {
    posix_spawn_file_actions_adddup2(
      &actions, watchdog.writing, Watchdog.descriptor)
    firstClosed = Watchdog.descriptor + 1
  }
  // Close every other descriptor that is open here; numbers that are not open
  // are ignored.
  #if os(Linux)
  for descriptor in firstClosed..<256 {
    posix_spawn_file_actions_addclose(&actions, descriptor)
  }
  #endif
  var attributes = posix_spawnattr_t()
  posix_spawnattr_init(&attributes)
  defer { posix_spawnattr_destroy(&attributes) }
  var flags =
    newSession | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK
  #if canImport(Darwin)
  flags |= POSIX_SPAWN_CLOEXEC_DEFAULT
  #endif
  posix_spawnattr_setflags(&attributes, Int16(flags))
  var defaults = sigset_t()
  sigemptyset(&defaults)
  for signal in [SIGPIPE, SIGXFSZ, SIGINT, SIGQUIT, SIGHUP, SIGTERM] {
    sigaddset(&defaults, signal)
  }
  posix_spawnattr_setsigdefault(&attributes, &defaults)
  // Do not pass on the signal mask of this thread: a thread of a pool blocks
  // all signals.
  var mask = sigset_t()
  sigemptyset(&mask)
  posix_spawnattr_setsigmask(&attributes, &mask)
  let words = command.throughShell
  let variables = command.environment.map { "\($0.key)=\($0.value)" }
  var pid: pid_t = 0
  let result = withCStrings(words) { arguments in
    withCStrings(variables) { environment in
      posix_spawn(
        &pid, words[0], &actions, &attributes, arguments, environment)
    }
  }
  return (result, pid)
}

extension Command {
  /// The command line that starts the program.
  ///
  /// If it has limits or a watchdog, a shell sets up both and then becomes the
  /// program, with the same process ID. Every system has a shell.
  fileprivate var throughShell: [String] {
    guard limits != nil || watchdog != nil else {
      return [executable] + arguments
    }
    var script = limits?.shellCommand ?? ""
    var ending = "exec \"$0\" \"$@\""
    if watchdog != nil {
      script = Watchdog.announcement + script
      ending += " \(Watchdog.descriptor)>&-"
    }
    return ["/bin/sh", "-c", script + ending, executable] + arguments
  }
}

func withCStrings<Result>(
  _ strings: [String],
  _ body: ([UnsafeMutablePointer<CChar>?]) -> Result
) -> Result {
  let copies = strings.map { strdup($0) }
  defer { for copy in copies { free(copy) } }
  return body(copies + [nil])
}

/// The system's message for an error number.
package func errorText(_ number: Int32) -> String {
  String(cString: strerror(number))
}

#if os(Linux)
/// glibc's POSIX_SPAWN_SETSID, which Swift does not see.
private let newSession: Int32 = 0x80
#else
private let newSession = POSIX_SPAWN_SETSID
#endif

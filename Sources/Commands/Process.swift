package import Checks
internal import Grading
internal import Pages
package import Plots
internal import System
internal import Terminals

/// Runs the program `course` in the real world, and exits with its status.
package func runAsCourse(
  with registry: @escaping @Sendable () -> [ExerciseChecks],
  figures: [LessonFigures] = []
) -> Never {
  let world = realWorld(with: registry, figures: figures)
  do throws(CommandFailure) {
    try Sibling.asked(by: world.arguments)?.takeOver(from: world)
  } catch {
    world.writeError("course: \(error.message)\n")
    exit(error.status.rawValue)
  }
  exit(run(Course.self, in: world).rawValue)
}

/// Prepares this process, and returns the world as it finds it.
package func realWorld(
  with registry: @escaping @Sendable () -> [ExerciseChecks],
  figures: [LessonFigures]
) -> World {
  keepStandardDescriptors()
  refuseInspection()
  let environment = ProcessInfo.processInfo.environment
  var world = World(
    arguments: Array(CommandLine.arguments.dropFirst()),
    environment: environment,
    currentFolder: FileManager.default.currentDirectoryPath,
    executable: runningExecutable(), user: getuid(),
    screen: standardScreen(environment), now: { Date() },
    seed: { UInt64.random(in: 0..<1_000_000_000) },
    write: { write($0, to: STDOUT_FILENO) },
    writeError: { write($0, to: STDERR_FILENO) }, registry: registry,
    desk: standardDesk(environment))
  world.figures = figures
  return world
}

/// The path of the running program.
private func runningExecutable() -> String {
  #if os(Linux)
  let link = "/proc/self/exe"
  if let path = try? FileManager.default.destinationOfSymbolicLink(
    atPath: link)
  {
    return path
  }
  #endif
  return URL(filePath: CommandLine.arguments[0]).path
}

/// The screen of standard output.
private func standardScreen(_ environment: [String: String]) -> Screen {
  var screen = Screen(
    environment: environment, isTerminal: isatty(STDOUT_FILENO) == 1)
  if let size = terminalSize() { screen.width = size.columns }
  return screen
}

/// Opens `/dev/null` in place of closed standard descriptors.
///
/// Otherwise the next file to be opened would get the number of one of them, and
/// with it the output meant for that one. `/dev/null` is opened for reading
/// only, so that writing still fails.
private func keepStandardDescriptors() {
  for descriptor in STDIN_FILENO...STDERR_FILENO
  where fcntl(descriptor, F_GETFD) < 0 {
    // `open` uses the lowest free number.
    _ = open("/dev/null", O_RDONLY)
  }
}

/// Writes all of a text, or ends the program if that fails.
///
/// A closed pipe, as after `| head`, ends it without a message.
private func write(_ text: String, to descriptor: Int32) {
  var rest = Array(text.utf8)[...]
  while !rest.isEmpty {
    let count = rest.withUnsafeBytes {
      systemWrite(descriptor, $0.baseAddress, $0.count)
    }
    if count < 0 && errno == EINTR { continue }
    if count < 0 { exitAfterWriteError(descriptor, because: errno) }
    rest = rest.dropFirst(count)
  }
}

/// Ends a program whose output cannot be written, with a message if possible.
private func exitAfterWriteError(
  _ descriptor: Int32, because reason: Int32
) -> Never {
  let isOutput = descriptor == STDOUT_FILENO
  let name = isOutput ? "standard output" : "standard error"
  let words =
    reason == EBADF
    ? "\(name) is closed"
    : "\(name) cannot be written: \(String(cString: strerror(reason)))"
  if reason != EPIPE {
    let text = Array("course: \(words)\n".utf8)
    _ = systemWrite(
      isOutput ? STDERR_FILENO : STDOUT_FILENO, text, text.count)
  }
  exit(ExitStatus.environment.rawValue)
}

/// `write(2)`, by a name that the function above does not shadow.
private func systemWrite(
  _ descriptor: Int32, _ bytes: UnsafeRawPointer?, _ count: Int
) -> Int {
  write(descriptor, bytes, count)
}

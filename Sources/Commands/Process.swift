package import Checks
package import Figures
internal import Grading
internal import Pages
internal import System
internal import Terminals

/// Runs the learner's program in the real world, and ends the process with its
/// status.
package func runAsCourse(
  with registry: @escaping @Sendable () -> [ExerciseChecks],
  figures: [LessonFigures] = []
) -> Never {
  let world = realWorld(with: registry, figures: figures)
  do throws(CommandFailure) {
    try Sibling.asked(by: world.arguments)?.takeOver(from: world)
  } catch {
    world.complain("course: \(error.message)\n")
    exit(error.status.rawValue)
  }
  exit(run(Course.self, in: world).rawValue)
}

/// The world as this process finds it.
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
    complain: { write($0, to: STDERR_FILENO) }, registry: registry,
    desk: standardDesk(environment))
  world.figures = figures
  return world
}

/// The path of this program, links resolved.
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

/// What standard output can show.
private func standardScreen(_ environment: [String: String]) -> Screen {
  var screen = Screen(
    environment: environment, isTerminal: isatty(STDOUT_FILENO) == 1)
  if let size = terminalSize() { screen.width = size.columns }
  return screen
}

/// Where standard input, output or error is closed, opens something in its
/// place that cannot be written: or the next file that is opened would get its
/// number, and what is meant for a reader.
private func keepStandardDescriptors() {
  for descriptor in STDIN_FILENO...STDERR_FILENO
  where fcntl(descriptor, F_GETFD) < 0 {
    // The lowest number that is free is given.
    _ = open("/dev/null", O_RDONLY)
  }
}

/// Writes all of a text; a closed pipe, as after `| head`, ends the program
/// as it ends others.
private func write(_ text: String, to descriptor: Int32) {
  var rest = Array(text.utf8)[...]
  while !rest.isEmpty {
    let count = rest.withUnsafeBytes {
      systemWrite(descriptor, $0.baseAddress, $0.count)
    }
    if count < 0 && errno == EINTR { continue }
    if count < 0 { endUnheard(descriptor, because: errno) }
    rest = rest.dropFirst(count)
  }
}

/// Ends a program whose words reach nobody: says so where it still can.
private func endUnheard(_ descriptor: Int32, because reason: Int32) -> Never {
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

/// `write(2)`, by a name that the function above does not hide.
private func systemWrite(
  _ descriptor: Int32, _ bytes: UnsafeRawPointer?, _ count: Int
) -> Int {
  write(descriptor, bytes, count)
}

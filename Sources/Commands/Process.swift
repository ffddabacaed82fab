package import Checks
package import Figures
internal import Pages

#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif

#if canImport(Darwin)
internal import Darwin
#elseif canImport(Musl)
internal import Musl
#else
internal import Glibc
#endif

/// Runs the program's command in the real world, and ends the process with
/// its status.
package func runAsCourse(
  with registry: [ExerciseChecks], figures: [LessonFigures] = []
) -> Never {
  let environment = ProcessInfo.processInfo.environment
  let status = runCourse(
    in: World(
      arguments: Array(CommandLine.arguments.dropFirst()),
      environment: environment,
      currentFolder: FileManager.default.currentDirectoryPath,
      executable: runningExecutable(), user: getuid(),
      screen: standardScreen(environment), now: { Date() },
      seed: { UInt64.random(in: 0..<1_000_000_000) },
      write: { write($0, to: STDOUT_FILENO) },
      complain: { write($0, to: STDERR_FILENO) }, registry: registry,
      figures: figures))
  exit(status.rawValue)
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
  let isTerminal = isatty(STDOUT_FILENO) == 1
  let terminal = environment["TERM"] ?? "dumb"
  let noColour = environment["NO_COLOR"].map { !$0.isEmpty } ?? false
  let isDumb = !isTerminal || terminal == "dumb" || terminal.isEmpty
  var size = winsize()
  let known =
    isTerminal && ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0
    && size.ws_col > 0
  let columns = environment["COLUMNS"].flatMap { Int($0) }
  let width = known ? Int(size.ws_col) : columns ?? 80
  let colours: Screen.Colours =
    isDumb || noColour ? .none : terminal.contains("256") ? .full : .sixteen
  return Screen(width: max(20, min(width, 400)), colours: colours)
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
    if count <= 0 { exit(ExitStatus.environment.rawValue) }
    rest = rest.dropFirst(count)
  }
}

/// `write(2)`, by a name that the function above does not hide.
private func systemWrite(
  _ descriptor: Int32, _ bytes: UnsafeRawPointer?, _ count: Int
) -> Int {
  write(descriptor, bytes, count)
}

#if canImport(Darwin)
internal import Darwin
#elseif canImport(Musl)
internal import Musl
#else
internal import Glibc
#endif

/// A program that runs while the one who started it does other things.
///
/// ```swift
/// let check = try BackgroundRun(command)
/// while check.finished() == nil { /* poll(2) on check.pipes, and on keys */ }
/// ```
package final class BackgroundRun {
  private let child: Child

  /// Starts a program, with nothing to read on its standard input.
  package init(_ command: Command) throws(LaunchError) {
    child = try Child(command)
    child.finishInput()
  }

  deinit { end() }

  /// The descriptors to wait on; none once only its end is still to come.
  package var pipes: [Int32] { child.openPipes }

  /// Takes what has come, without waiting; the whole once it has ended.
  package func finished() -> Run? {
    while true {
      let before = child.received.count + child.complaints.count
      let goesOn = child.turn(until: .now)
      let after = child.received.count + child.complaints.count
      if goesOn {
        if after == before { return nil }
        continue
      }
      var run = Run(
        exitStatus: nil, output: child.received,
        errors: child.complaints.beginning)
      if case .exited(let status)? = child.ending { run.exitStatus = status }
      child.end()
      return run
    }
  }

  /// What has come on standard error so far.
  package var errorsSoFar: String { child.complaints.beginning }

  /// Ends the program, and all that it started in groups of their own.
  package func end() {
    guard child.ending == nil else { return child.end() }
    // Stopped first, so that it starts nothing while its children are found.
    kill(child.pid, SIGSTOP)
    for pid in descendants(of: child.pid) {
      kill(-pid, SIGKILL)
      kill(pid, SIGKILL)
    }
    child.end()
  }
}

/// The processes that a process started, and those that these started.
///
/// Empty where the system does not list them; the learner's program then ends
/// when it notices that its standard input is closed.
private func descendants(of pid: pid_t) -> [pid_t] {
  let tasks = Files.list("/proc/\(pid)/task")
  let children = tasks.flatMap { task in
    (Files.readText("/proc/\(pid)/task/\(task)/children") ?? "")
      .split(separator: " ").compactMap { pid_t($0) }
  }
  return children + children.flatMap(descendants)
}

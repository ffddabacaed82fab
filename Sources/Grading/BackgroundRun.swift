internal import System

/// A program that runs in the background.
///
/// ```swift
/// let check = try BackgroundRun(command)
/// while check.finished() == nil { /* poll(2) on check.pipes, and on keys */ }
/// ```
package final class BackgroundRun {
  private let child: Child

  /// Starts a program with an empty standard input.
  package init(_ command: Command) throws(LaunchError) {
    child = try Child(command)
    child.finishInput()
  }

  deinit { end() }

  /// The descriptors to poll; empty once both pipes have closed.
  package var pipes: [Int32] { child.openPipes }

  /// Reads what has arrived, without blocking.
  ///
  /// Returns the complete run once the program has ended, and nil before.
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
        errors: child.complaints.bothEnds)
      if case .exited(let status)? = child.ending { run.exitStatus = status }
      child.end()
      return run
    }
  }

  /// The lines of standard error since the last call.
  package func takeErrorLines() -> [String] { child.complaints.takeLines() }

  /// Kills the program and its descendants, including those in process groups
  /// of their own.
  package func end() {
    guard child.ending == nil else { return child.end() }
    // Stop it first, so that it cannot start anything while we list its
    // children.
    kill(child.pid, SIGSTOP)
    for pid in descendants(of: child.pid) {
      kill(-pid, SIGKILL)
      kill(pid, SIGKILL)
    }
    child.end()
  }
}

/// All descendants of a process.
///
/// Empty where the system does not list them. The learner's program then ends
/// when it sees that its standard input is closed.
private func descendants(of pid: pid_t) -> [pid_t] {
  let tasks = Files.list("/proc/\(pid)/task")
  let children = tasks.flatMap { task in
    (Files.readText("/proc/\(pid)/task/\(task)/children") ?? "")
      .split(separator: " ").compactMap { pid_t($0) }
  }
  return children + children.flatMap(descendants)
}

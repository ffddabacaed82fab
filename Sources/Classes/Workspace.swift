internal import System

/// A folder for what one process compiles and runs, removed in the end.
package final class Workspace: Sendable {
  package let path: String

  /// Makes the folder in that for temporary files, and removes those of
  /// graders that were killed.
  package init(in temporary: String) throws(Refusal) {
    // The folder may be one that other machines use, too.
    let start = "course-class-\(machineName)-"
    let names =
      (try? FileManager.default.contentsOfDirectory(atPath: temporary)) ?? []
    for name in names where name.hasPrefix(start) {
      let parts = name.dropFirst(start.count).split(separator: "-")
      // Otherwise it is of a machine whose name begins like this one's.
      guard parts.count == 2, let process = pid_t(parts[1]),
        kill(process, 0) != 0, errno == ESRCH
      else { continue }
      try? FileManager.default.removeItem(atPath: "\(temporary)/\(name)")
    }
    let number = UInt32.random(in: 0...UInt32.max)
    path = "\(temporary)/\(start)\(String(number, radix: 16))-\(getpid())"
    guard mkdir(path, 0o711) == 0 else {
      throw Refusal("cannot make the folder \(path): \(systemReason(errno))")
    }
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }
}

internal import Grading
internal import System

/// Limits for all processes of a box together, where the system lets root set
/// them: a limit for each process does not limit many of them.
struct ControlGroup: Sendable {
  /// The folders that stand for the group: one where memory and processes are
  /// in one hierarchy (version 2), or else one for each.
  private let memory: String
  private let processes: String
  private let isUnified: Bool

  /// Makes the group of a slot; nil where that is not possible.
  init?(named name: String) {
    let root = "/sys/fs/cgroup"
    isUnified = access(root + "/cgroup.controllers", F_OK) == 0
    if isUnified {
      _ = set(root + "/cgroup.subtree_control", to: "+memory +pids")
      memory = "\(root)/\(name)"
      processes = memory
    } else {
      memory = "\(root)/memory/\(name)"
      processes = "\(root)/pids/\(name)"
    }
    for folder in Set([memory, processes])
    where mkdir(folder, 0o755) != 0 && errno != EEXIST {
      remove()
      return nil
    }
    guard limit(megabytes: 4_096, processes: 512) else {
      remove()
      return nil
    }
  }

  /// Sets the limits; false if the system refuses.
  func limit(megabytes: Int, processes count: Int) -> Bool {
    let bytes = "\(megabytes << 20)"
    let file = isUnified ? "memory.max" : "memory.limit_in_bytes"
    return set("\(memory)/\(file)", to: bytes)
      && set(processes + "/pids.max", to: "\(count)")
  }

  /// Makes a command begin by joining the group.
  func joined(by command: Command) -> Command {
    var joining = command
    joining.executable = "/bin/sh"
    joining.arguments =
      [
        "-c",
        "echo $$ >\"$1\" && echo $$ >\"$2\" && shift 2 && exec \"$@\"", "sh",
        memory + "/cgroup.procs", processes + "/cgroup.procs",
        command.executable,
      ] + command.arguments
    return joining
  }

  /// How many processes were killed for lack of memory.
  func kills() -> Int {
    let file = isUnified ? "memory.events" : "memory.oom_control"
    guard let bytes = try? readFile("\(memory)/\(file)", atMost: 65_536) else {
      return 0
    }
    return String(decoding: bytes, as: UTF8.self).split(separator: "\n")
      .first { $0.hasPrefix("oom_kill ") }
      .flatMap { $0.split(separator: " ").last }.flatMap { Int($0) } ?? 0
  }

  /// Removes the group, which is empty once its box has ended.
  func remove() {
    for folder in Set([memory, processes]) { rmdir(folder) }
  }
}

private func set(_ file: String, to text: String) -> Bool {
  let descriptor = open(file, O_WRONLY | O_CLOEXEC)
  guard descriptor >= 0 else { return false }
  defer { close(descriptor) }
  let bytes = Array(text.utf8)
  return bytes.withUnsafeBytes {
    write(descriptor, $0.baseAddress, $0.count) == $0.count
  }
}

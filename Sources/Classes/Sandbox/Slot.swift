internal import CLinux
package import Grading
internal import System

/// A place in which one submission at a time is compiled and run.
package struct Slot: Sendable {
  /// Keeps the user id of its programs from other graders.
  private let reservation: ReservedUser?

  /// The user id of its programs; nil for that of the grader.
  package var user: UInt32? { reservation?.id }

  /// A folder of its own.
  package let folder: String

  /// Whether its programs run in boxes.
  let isBoxed: Bool

  /// The file of its boxes' filter of system calls.
  let filter: String

  /// The limits of its processes together; nil where there can be none.
  let group: ControlGroup?

  /// Makes an empty workshop, without anything that was there before.
  package func freshWorkshop() throws(GradingError) -> Workshop {
    if let user, !endProcesses(of: user) {
      throw GradingError("the processes of user \(user) do not end")
    }
    try? FileManager.default.removeItem(atPath: folder)
    let workshop = Workshop(
      sources: folder + "/sources", products: folder + "/products")
    for path in [folder, folder + "/sources", folder + "/products"] {
      guard mkdir(path, 0o755) == 0 else {
        throw GradingError(
          "cannot make the folder \(path): \(systemReason(errno))")
      }
    }
    guard let user else { return workshop }
    // Where no box hides them, the users of other slots may not look in.
    let mode: mode_t = isBoxed ? 0o755 : 0o750
    for path in [folder, folder + "/sources", folder + "/products"] {
      let owner = path.hasSuffix("/products") ? user : 0
      guard chown(path, owner, user) == 0, chmod(path, mode) == 0 else {
        throw GradingError(
          "cannot hand over \(path): \(systemReason(errno))")
      }
    }
    return workshop
  }

  /// Gives back what the system keeps for it.
  package func close() {
    clear()
    group?.remove()
  }

  /// Removes everything in it, as soon as nothing runs there that could turn a
  /// path elsewhere meanwhile.
  package func clear() {
    if let user {
      guard endProcesses(of: user) else { return }
      if !isBoxed { removeFiles(of: user) }
    }
    try? FileManager.default.removeItem(atPath: folder)
  }
}

extension Slot {
  /// Whether each slot has a user id of its own.
  package static var changesUser: Bool { geteuid() == 0 && hasOtherUsers() }

  /// The slots of this process: with user ids of their own if it runs as root,
  /// so that the limits of one count for no other.
  package static func slots(
    _ count: Int, in folder: String, isBoxed: Bool
  ) throws(Refusal) -> [Slot] {
    let filter = folder + "/filter"
    do throws(FileError) {
      try replaceFile(
        filter, with: SystemCallFilter().bytes, temporaryIn: folder)
    } catch {
      throw Refusal("cannot write \(filter): \(error)")
    }
    let changesUser = changesUser
    guard changesUser || isBoxed || geteuid() != 0 else {
      throw Refusal(
        "without a sandbox, strangers' code would run as root: there is no other "
          + "user here; run this as an ordinary user")
    }
    #if os(Linux)
    // What its programs leave behind can then be buried.
    if changesUser && !isBoxed { _ = linux_adopt_orphans() }
    #endif
    var slots: [Slot] = []
    for number in 0..<count {
      let user = changesUser ? try ReservedUser() : nil
      slots.append(
        Slot(
          reservation: user,
          folder: "\(folder)/slot-\(number)", isBoxed: isBoxed, filter: filter,
          group: user.flatMap { ControlGroup(named: "course-class-\($0.id)") }))
    }
    return slots
  }
}

/// Whether the ids of slots exist here: in some containers root is the only
/// user.
private func hasOtherUsers() -> Bool {
  guard let map = try? readFile("/proc/self/uid_map", atMost: 65_536) else {
    return false
  }
  return String(decoding: map, as: UTF8.self).split(separator: "\n").contains {
    let numbers = $0.split(separator: " ").compactMap { Int($0) }
    return numbers.count == 3 && numbers[0] <= ReservedUser.ids.lowerBound
      && numbers[0] + numbers[2] >= ReservedUser.ids.upperBound
  }
}

/// Waits up to ten seconds for all processes of a user to end, and kills what is
/// left after 0.2 s; returns whether none is left.
///
/// A box that was killed takes a moment to end with all that it started, which
/// counts against the limits of the next one. Killing is safe: the user id is
/// reserved for this slot.
func endProcesses(of user: UInt32) -> Bool {
  let start = ContinuousClock.now
  while true {
    let left = processes(of: user)
    guard !left.isEmpty else { return true }
    let waited = start.duration(to: .now)
    guard waited < .seconds(10) else { return false }
    if waited > .milliseconds(200) {
      killAll(of: user)
      // One of them may have killed that killer, but none can kill root's.
      for process in left { kill(process, SIGKILL) }
    }
    // Where there is no box, they are this process's to bury.
    for process in left { waitpid(process, nil, WNOHANG) }
    usleep(10_000)
  }
}

/// Kills all processes of a user with one `kill -1` from a process of that user.
///
/// Killed one by one, they could start new ones.
private func killAll(of user: UInt32) {
  let command = Command(
    "/usr/bin/env",
    [
      "setpriv", "--reuid", "\(user)", "--regid", "\(user)", "--clear-groups",
      "sh", "-c", "kill -9 -1",
    ], environment: ["PATH": ProcessInfo.processInfo.environment["PATH"] ?? ""])
  _ = try? Grading.run([command], seconds: 5)
}

/// Removes what a program left where everybody may write: it would fill the disk,
/// and could tell the next one something.
private func removeFiles(of user: UInt32) {
  let command = Command(
    "/usr/bin/env",
    [
      "find", "/tmp", "/var/tmp", "/dev/shm", "-xdev", "-user", "\(user)",
      "-delete",
    ],
    environment: ["PATH": ProcessInfo.processInfo.environment["PATH"] ?? ""])
  _ = try? Grading.run([command], seconds: 60)
}

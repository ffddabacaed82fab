package import Grading
internal import System

/// A place in which one submission at a time is compiled and run.
package struct Slot: Sendable {
  package let number: Int

  /// The user id of its programs; nil for that of the grader.
  package let user: UInt32?

  /// A folder of its own.
  package let folder: String

  /// The limits of its processes together; nil where there can be none.
  let group: ControlGroup?

  /// Makes an empty workshop, without anything that was there before.
  package func freshWorkshop() throws(GradingError) -> Workshop {
    if let user, !awaitEnd(ofProcessesOf: user) {
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
    if let user, chown(folder + "/products", user, user) != 0 {
      throw GradingError(
        "cannot hand over \(folder)/products: \(systemReason(errno))")
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
    if let user, !awaitEnd(ofProcessesOf: user) { return }
    try? FileManager.default.removeItem(atPath: folder)
  }
}

extension Slot {
  /// The slots of this process: with user ids of their own if it runs as root,
  /// so that the limits of one count for no other.
  ///
  /// The ids are those that Debian keeps for such uses; two graders at once on
  /// one machine hardly ever choose the same.
  package static func slots(_ count: Int, in folder: String) -> [Slot] {
    let changesUser = geteuid() == 0 && hasOtherUsers()
    if changesUser { ControlGroup.removeAbandoned() }
    return (0..<count).map { number in
      let id = (Int(getpid()) * 64 + number) % 4_900
      let name = "course-class-\(getpid())-\(number)"
      return Slot(
        number: number, user: changesUser ? UInt32(60_000 + id) : nil,
        folder: "\(folder)/slot-\(number)",
        group: changesUser ? ControlGroup(named: name) : nil)
    }
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
    return numbers.count == 3 && numbers[0] <= 60_000
      && numbers[0] + numbers[2] > 64_900
  }
}

/// Waits until a user has no process any more, for at most ten seconds;
/// whether that is so.
///
/// A box that was killed takes a moment to end with all that it started, which
/// counts against the limits of the next one.
func awaitEnd(ofProcessesOf user: UInt32) -> Bool {
  let deadline = ContinuousClock.now + .seconds(10)
  while hasProcess(of: user) {
    guard ContinuousClock.now < deadline else { return false }
    usleep(10_000)
  }
  return true
}

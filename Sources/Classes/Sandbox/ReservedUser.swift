internal import System

/// A user id that no other grader on this machine uses as long as this one
/// keeps it.
///
/// The ids are those that Debian keeps for such uses. Each is reserved by a
/// lock on a file, which the system gives up with the process.
final class ReservedUser: Sendable {
  let id: UInt32
  private let lock: Int32

  private static let ids: Range<UInt32> = 60_000..<64_900
  private static let folder = "/run/course-class"

  init() throws(Refusal) {
    let folder = Self.folder
    guard mkdir(folder, 0o700) == 0 || errno == EEXIST else {
      throw Refusal("cannot make the folder \(folder): \(systemReason(errno))")
    }
    // Graders in containers share the system's count of processes, but not the
    // locks: hardly ever do they begin at the same id.
    let start = UInt32.random(in: Self.ids)
    for candidate in Array(start..<Self.ids.upperBound)
      + Array(Self.ids.lowerBound..<start)
    {
      let descriptor = open(
        "\(folder)/\(candidate)",
        O_CREAT | O_RDWR | O_CLOEXEC | O_NOFOLLOW, 0o600)
      guard descriptor >= 0 else {
        throw Refusal(
          "cannot reserve a user in \(folder): \(systemReason(errno))")
      }
      if flock(descriptor, LOCK_EX | LOCK_NB) == 0,
        !hasProcess(of: candidate)
      {
        (id, lock) = (candidate, descriptor)
        return
      }
      close(descriptor)
    }
    throw Refusal("all user ids from 60000 on are in use")
  }

  deinit { close(lock) }
}

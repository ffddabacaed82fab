internal import System

/// A user id that no other grader on this machine uses while this one holds it.
///
/// The ids are from the range that systemd leaves free
/// (<https://systemd.io/UIDS-GIDS>), but for those that have a name here. A
/// locked file reserves each; the system releases the lock when the process
/// ends.
final class ReservedUser: Sendable {
  let id: UInt32
  private let lock: Int32

  static let ids: Range<UInt32> = 60_706..<61_184
  private static let folder = "/run/course-class"

  init() throws(Refusal) {
    let folder = Self.folder
    guard mkdir(folder, 0o700) == 0 || errno == EEXIST else {
      throw Refusal("cannot make the folder \(folder): \(systemReason(errno))")
    }
    // Graders in different containers share the kernel's count of processes for
    // each user, but not these locks. A random start makes a clash unlikely.
    let start = UInt32.random(in: Self.ids)
    for candidate in Array(start..<Self.ids.upperBound)
      + Array(Self.ids.lowerBound..<start) where getpwuid(candidate) == nil
    {
      let descriptor = open(
        "\(folder)/\(candidate)",
        O_CREAT | O_RDWR | O_CLOEXEC | O_NOFOLLOW, 0o600)
      guard descriptor >= 0 else {
        throw Refusal(
          "cannot reserve a user in \(folder): \(systemReason(errno))")
      }
      if flock(descriptor, LOCK_EX | LOCK_NB) == 0,
        processes(of: candidate).isEmpty
      {
        (id, lock) = (candidate, descriptor)
        return
      }
      close(descriptor)
    }
    throw Refusal(
      "user ids \(Self.ids.lowerBound) to \(Self.ids.upperBound - 1) are all in "
        + "use; wait for other graders to end, or lower --jobs")
  }

  deinit { close(lock) }
}

#if os(Linux)
internal import CLinux
internal import Glibc
#endif

/// Keeps other programs of the same user, including those being graded, from
/// reading or changing this process's memory.
package func refuseInspection() {
  #if os(Linux)
  _ = linux_refuse_inspection()
  #endif
}

/// The only places that a program may write to: a few folders and files.
///
/// A learner's program runs as the learner, so it could overwrite its own
/// compiled copy, the library, or the record of passed exercises. Linux's
/// Landlock (kernel 5.13 and later) prevents that, even for administrators;
/// without it, only the cache's seals remain.
/// https://docs.kernel.org/userspace-api/landlock.html
package struct WriteProtection: Sendable, Equatable {
  /// The folders and files that the program may write to.
  package var writable: [String]

  /// Allows writing only to the temporary folder, unless a protected folder
  /// lies in it, and to the empty devices.
  package init(protecting folders: [String], temporary: String) {
    let temporary = Files.resolvingLinks(temporary)
    let isOutside = folders.map(Files.resolvingLinks).allSatisfy {
      $0 != temporary && !$0.hasPrefix(temporary + "/")
    }
    writable = (isOutside ? [temporary] : []) + ["/dev/null", "/dev/zero"]
  }

  /// Restricts the calling thread, and every program it starts.
  func bindThread() {
    #if os(Linux)
    let version = linux_landlock_version()
    guard version >= 1 else { return }
    var rules = linux_landlock_rules(
      files: Access.writing(version: version), network: 0, scopes: 0)
    // Earlier kernels have a shorter struct and reject a longer one.
    var size = MemoryLayout<UInt64>.size
    if version >= 6 {
      rules.scopes = Access.signals
      size = MemoryLayout<linux_landlock_rules>.size
    }
    let descriptor = linux_landlock_create(rules, size)
    guard descriptor >= 0 else { return }
    for path in writable {
      let isFolder = !path.hasPrefix("/dev/")
      _ = linux_landlock_allow(
        descriptor, path,
        isFolder ? rules.files : Access.file(version: version))
    }
    _ = linux_renounce_privileges()
    _ = linux_landlock_bind(descriptor)
    close(descriptor)
    #endif
  }
}

/// The bits of linux/landlock.h.
private enum Access {
  /// Sending signals to processes that are not bound by the same rules.
  static let signals: UInt64 = 1 << 1

  /// Writing to a file and, where the kernel tells it apart, truncating it.
  static func file(version: Int) -> UInt64 {
    1 << 1 | (version >= 3 ? 1 << 14 : 0)
  }

  /// Everything that changes files and folders: writing, removing, creating
  /// and, where the kernel supports it, moving to another folder.
  static func writing(version: Int) -> UInt64 {
    let removingAndMaking: UInt64 = (4...12).reduce(0) { $0 | 1 << $1 }
    return file(version: version) | removingAndMaking
      | (version >= 2 ? 1 << 13 : 0)
  }
}

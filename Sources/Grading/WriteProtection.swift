#if os(Linux)
internal import CLinux
internal import Glibc
#endif

/// Keeps other programs of the same user, those that are graded among them,
/// from reading and changing this process's memory.
package func refuseInspection() {
  #if os(Linux)
  _ = linux_refuse_inspection()
  #endif
}

/// What a program may change: files in a few folders, and nothing else.
///
/// A learner's program runs as the learner, so it could overwrite its own
/// compiled copy, the library, or the course's memory of what was passed.
/// Linux's Landlock (kernel 5.13 and later) refuses that, to administrators
/// too; where there is none, the cache's own seals are what is left.
/// https://docs.kernel.org/userspace-api/landlock.html
package struct WriteProtection: Sendable, Equatable {
  /// The folders and files that the program may write to.
  package var writable: [String]

  /// The only places that a program may write to: the folder for temporary
  /// files, unless a protected folder lies in it, and the empty devices.
  package init(protecting folders: [String], temporary: String) {
    let temporary = Files.resolvingLinks(temporary)
    let isOutside = folders.map(Files.resolvingLinks).allSatisfy {
      $0 != temporary && !$0.hasPrefix(temporary + "/")
    }
    writable = (isOutside ? [temporary] : []) + ["/dev/null", "/dev/zero"]
  }

  /// Binds the calling thread, and every program it starts.
  func bindThread() {
    #if os(Linux)
    let version = linux_landlock_version()
    guard version >= 1 else { return }
    var rules = linux_landlock_rules(
      files: Access.writing(version: version), network: 0, scopes: 0)
    // Earlier kernels know a shorter struct, and refuse a longer one.
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

  /// Writing to a file, and cutting it, where the kernel tells that apart.
  static func file(version: Int) -> UInt64 {
    1 << 1 | (version >= 3 ? 1 << 14 : 0)
  }

  /// All that changes files and folders: writing, removing, making, and,
  /// where the kernel knows it, moving to another folder.
  static func writing(version: Int) -> UInt64 {
    let removingAndMaking: UInt64 = (4...12).reduce(0) { $0 | 1 << $1 }
    return file(version: version) | removingAndMaking
      | (version >= 2 ? 1 << 13 : 0)
  }
}

/// Why a file could not be read or written.
package enum FileError: Error, Equatable, CustomStringConvertible {
  /// Nothing exists at the path.
  case missing

  /// The path leads to a folder.
  case folder

  /// The path leads to a pipe, socket or device: reading it may never end.
  case special

  /// The file has more bytes than the caller allows.
  case tooLarge(bytes: Int)

  /// The system call failed with this `errno`.
  case refused(Int32)

  /// The error for the system call that just failed, from `errno`.
  static var last: FileError {
    // ENOTDIR: a file is where the path needs a folder, so nothing is below it.
    errno == ENOENT || errno == ENOTDIR ? .missing : .refused(errno)
  }

  package var description: String {
    switch self {
    case .missing: "there is no such file"
    case .folder: "it is a folder, not a file"
    case .special: "it is a pipe or a device, not a regular file"
    case .tooLarge(let bytes):
      "it is too large (\((bytes + (1 << 20) - 1) >> 20) MiB)"
    case .refused(let number): systemReason(number)
    }
  }
}

/// The system's message for an `errno`, without a capital letter, for the
/// middle of a sentence.
package func systemReason(_ number: Int32) -> String {
  let words = String(cString: strerror(number))
  return words.prefix(1).lowercased() + words.dropFirst()
}

#if canImport(Darwin)
internal import Darwin
#elseif canImport(Musl)
internal import Musl
#else
internal import Glibc
#endif

/// Why a file was not read or written, in a few words.
package enum FileError: Error, Equatable, CustomStringConvertible {
  /// There is nothing at the path.
  case missing

  /// A folder is in the file's place.
  case folder

  /// A pipe, socket or device is in the file's place: reading it may never
  /// end.
  case special

  /// The file has more bytes than the caller allows.
  case tooLarge(bytes: Int)

  /// What the system refused, as its `errno`.
  case refused(Int32)

  /// The reason that `errno` gives for the call that just failed.
  static var last: FileError {
    // Where a file is in a folder's place, there is nothing below it.
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

/// The system's own words for an `errno`, beginning in lower case as they
/// stand in the middle of a sentence.
package func systemReason(_ number: Int32) -> String {
  let words = String(cString: strerror(number))
  return words.prefix(1).lowercased() + words.dropFirst()
}

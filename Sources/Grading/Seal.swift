internal import System

/// A record of the files in a folder at the time it was finished.
///
/// It detects damage, such as blocks lost in a power cut, and a program that
/// overwrote its own file. It is not a signature: a program that can write the
/// files can write the seal too. `WriteProtection` keeps learners' programs
/// from both.
struct Seal: Equatable {
  static let file = "/seal"

  private let folder: String

  /// A line for each regular file: its name, size and hash.
  private let text: String

  /// Seals the files as they are, leaving out folders and links.
  ///
  /// It flushes them to the disk, except the key, which is always compared in
  /// full.
  init(of folder: String) throws(GradingError) {
    self.folder = folder
    var lines: [String] = []
    for name in Files.list(folder) where "/" + name != Self.file {
      guard Files.isRegular("\(folder)/\(name)") else { continue }
      guard
        let hash = contentHash(
          "\(folder)/\(name)", flushing: name != "key")
      else {
        throw GradingError(
          "cannot read back \(folder)/\(name): \(errorText(errno))")
      }
      lines.append("\(name) \(hash.size) \(String(hash.value, radix: 16))")
    }
    text = lines.joined(separator: "\n") + "\n"
  }

  /// Writes the seal, after everything it seals was flushed to the disk.
  func write() throws(GradingError) {
    try Files.write(text, to: folder + Self.file)
    _ = contentHash(folder + Self.file, flushing: true)
  }

  /// Whether every file is still as it was sealed.
  static func holds(in folder: String) -> Bool {
    guard let text = Files.readText(folder + file), !text.isEmpty else {
      return false
    }
    return text.split(separator: "\n").allSatisfy { line in
      // Names have no spaces, because the course chose them.
      let parts = line.split(separator: " ")
      guard parts.count == 3, let size = Int(parts[1]),
        let value = UInt64(parts[2], radix: 16),
        let found = contentHash("\(folder)/\(parts[0])")
      else { return false }
      return found.size == size && found.value == value
    }
  }
}

/// The size of a regular file and a hash of its bytes; nil if it cannot be
/// read.
///
/// With `flushing`, the bytes are also flushed to the disk.
private func contentHash(
  _ path: String, flushing: Bool = false
) -> (size: Int, value: UInt64)? {
  let descriptor = open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
  guard descriptor >= 0 else { return nil }
  defer { close(descriptor) }
  var status = stat()
  guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG
  else { return nil }
  if flushing { fsync(descriptor) }
  let size = Int(status.st_size)
  let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, filled in
    while filled < size {
      let rest = UnsafeMutableBufferPointer(rebasing: buffer[filled...])
      let count = read(descriptor, rest.baseAddress, rest.count)
      if count < 0 && errno == EINTR { continue }
      if count <= 0 { return }
      filled += count
    }
  }
  guard bytes.count == size else { return nil }
  return (size, bytes.withUnsafeBytes(quickHash))
}

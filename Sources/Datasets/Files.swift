#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

/// The contents of a regular file.
///
/// Opened with `O_NONBLOCK`, because opening a pipe would otherwise wait for a
/// writer.
func readFile(_ path: String) throws(DatasetError) -> [UInt8] {
  let flags = O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY
  let descriptor = open(path, flags)
  guard descriptor >= 0 else { throw unreadable(path) }
  defer { close(descriptor) }
  var status = stat()
  guard fstat(descriptor, &status) == 0 else { throw unreadable(path) }
  guard status.st_mode & S_IFMT == S_IFREG else {
    throw DatasetError(
      file: path, expected: "a regular file", found: "something else")
  }
  let size = Int(status.st_size)
  guard size <= largestFile else {
    throw DatasetError(
      file: path, expected: "at most \(largestFile >> 20) MiB",
      found: "\(size >> 20) MiB")
  }
  var filled = 0
  let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
    while filled < size, let base = buffer.baseAddress {
      let amount = read(descriptor, base + filled, size - filled)
      guard amount > 0 else { break }
      filled += amount
    }
    count = filled
  }
  guard filled == size else {
    throw DatasetError(
      file: path, expected: "\(size) bytes", found: "\(filled) bytes")
  }
  return bytes
}

/// Larger than any file of the course's data sets.
private let largestFile = 128 << 20

/// Whether there is anything at `path`.
func exists(_ path: String) -> Bool {
  access(path, F_OK) == 0
}

/// The value of an environment variable, unless it is missing or empty.
func environment(_ name: String) -> String? {
  guard let value = getenv(name) else { return nil }
  let text = String(cString: value)
  return text.isEmpty ? nil : text
}

private func unreadable(_ path: String) -> DatasetError {
  DatasetError(
    file: path, expected: "a readable file",
    found: String(cString: strerror(errno)).lowercased(),
    advice: "copy the file there, or choose another folder")
}

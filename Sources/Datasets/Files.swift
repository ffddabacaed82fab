#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

/// The whole content of a regular file.
func readFile(_ path: String) throws(DatasetError) -> [UInt8] {
  let descriptor = open(path, O_RDONLY | O_CLOEXEC)
  guard descriptor >= 0 else { throw unreadable(path) }
  defer { close(descriptor) }
  var status = stat()
  guard fstat(descriptor, &status) == 0 else { throw unreadable(path) }
  guard status.st_mode & S_IFMT == S_IFREG else {
    throw DatasetError(file: path, expected: "a file", found: "something else")
  }
  let size = Int(status.st_size)
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
    file: path, expected: "a file that can be read",
    found: String(cString: strerror(errno)).lowercased(),
    advice: "copy the file there, or name another folder")
}

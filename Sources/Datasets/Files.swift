#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

/// The contents of a regular file of at most `limit` bytes.
///
/// Opened with `O_NONBLOCK`, because opening a pipe would otherwise wait for a
/// writer.
func readFile(
  _ path: String, limit: Int = largestFile
) throws(DataFileError) -> [UInt8] {
  let flags = O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY
  let descriptor = open(path, flags)
  guard descriptor >= 0 else { throw unreadable(path) }
  defer { close(descriptor) }
  var status = stat()
  guard fstat(descriptor, &status) == 0 else { throw unreadable(path) }
  guard status.st_mode & S_IFMT == S_IFREG else {
    throw DataFileError(
      file: path, expected: "a regular file", found: "something else")
  }
  let size = Int(status.st_size)
  guard size <= limit else {
    throw DataFileError(
      file: path, expected: "at most \(limit >> 20) MiB",
      found: "\(size >> 20) MiB")
  }
  var filled = 0
  let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
    while filled < size, let base = buffer.baseAddress {
      let amount = read(descriptor, base + filled, size - filled)
      if amount < 0, errno == EINTR { continue }
      guard amount > 0 else { break }
      filled += amount
    }
    count = filled
  }
  guard filled == size else {
    throw DataFileError(
      file: path, expected: "\(size) bytes", found: "\(filled) bytes")
  }
  return bytes
}

/// Larger than any file of the course's data sets.
private let largestFile = 128 << 20

/// Creates or replaces a regular file, so that a failure leaves the old file, if
/// any, and never a part of the new one.
///
/// The bytes are first written to a temporary file next to it.
func writeFile(
  _ path: String, _ bytes: [UInt8]
) throws(DataFileError) {
  // A symbolic link stays, and the file it leads to is replaced.
  let target = resolved(path)
  var status = stat()
  let isThere = stat(target, &status) == 0
  guard !isThere || status.st_mode & S_IFMT == S_IFREG else {
    throw DataFileError(
      file: path, expected: "a regular file", found: "something else",
      advice: "choose another name")
  }
  let temporary = "\(target).\(UInt32.random(in: 0 ... .max)).tmp"
  let flags = O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC
  let descriptor = open(temporary, flags, 0o666)
  guard descriptor >= 0 else { throw unwritable(path) }
  if isThere { _ = fchmod(descriptor, status.st_mode & 0o777) }
  let isWritten = writeAll(bytes, to: descriptor) && fsync(descriptor) == 0
  let reason = errno
  close(descriptor)
  guard isWritten, rename(temporary, target) == 0 else {
    if !isWritten { errno = reason }
    let error = unwritable(path)
    unlink(temporary)
    throw error
  }
}

private func writeAll(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
  var rest = bytes[...]
  while !rest.isEmpty {
    let count = rest.withUnsafeBytes { buffer in
      buffer.baseAddress.map { write(descriptor, $0, buffer.count) } ?? 0
    }
    if count < 0 && errno == EINTR { continue }
    guard count > 0 else { return false }
    rest = rest.dropFirst(count)
  }
  return true
}

/// The file that a path leads to, or the path itself if there is none.
private func resolved(_ path: String) -> String {
  guard let real = realpath(path, nil) else { return path }
  defer { free(real) }
  return String(cString: real)
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

private func unreadable(_ path: String) -> DataFileError {
  DataFileError(
    file: path, expected: "a readable file",
    found: String(cString: strerror(errno)).lowercased(),
    advice: "copy the file there, or choose another folder")
}

private func unwritable(_ path: String) -> DataFileError {
  DataFileError(
    file: path, expected: "a file that can be written",
    found: String(cString: strerror(errno)).lowercased(),
    advice: "choose another folder, or free some space")
}

/// The content of a regular file of at most `limit` bytes.
///
/// Other kinds of files are refused: opening a pipe waits for a writer, and a
/// device such as `/dev/zero` has no end.
package func readFile(
  _ path: String, atMost limit: Int
) throws(FileError) -> [UInt8] {
  let (descriptor, status) = try openRegularFile(path)
  defer { close(descriptor) }
  let size = Int(status.st_size)
  guard size <= limit else { throw .tooLarge(bytes: size) }
  // Do not rely on the size: a file may grow meanwhile, and files in /proc
  // report none.
  var bytes: [UInt8] = []
  var room = max(size, 4_095) + 1
  while true {
    let chunk = try readChunk(descriptor, atMost: room)
    if chunk.isEmpty { return bytes }
    bytes += chunk
    guard bytes.count <= limit else { throw .tooLarge(bytes: bytes.count) }
    room = max(room - chunk.count, 65_536)
  }
}

/// The first bytes of a regular file, at most `count` of them.
package func readHead(
  of path: String, count: Int
) throws(FileError) -> [UInt8] {
  let (descriptor, _) = try openRegularFile(path)
  defer { close(descriptor) }
  return try readChunk(descriptor, atMost: count)
}

/// A regular file opened for reading, and its status.
private func openRegularFile(
  _ path: String
) throws(FileError) -> (descriptor: Int32, status: stat) {
  // O_NONBLOCK, or the open itself would wait for a pipe's writer.
  let flags = O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY
  let descriptor = open(path, flags)
  guard descriptor >= 0 else {
    // A socket cannot be opened at all.
    throw errno == ENXIO ? .special : .last
  }
  var status = stat()
  do throws(FileError) {
    guard fstat(descriptor, &status) == 0 else { throw .last }
    switch status.st_mode & S_IFMT {
    case S_IFREG: return (descriptor, status)
    case S_IFDIR: throw .folder
    default: throw .special
    }
  } catch {
    close(descriptor)
    throw error
  }
}

private func readChunk(
  _ descriptor: Int32, atMost capacity: Int
) throws(FileError) -> [UInt8] {
  while true {
    var failure: Int32 = 0
    let chunk = [UInt8](unsafeUninitializedCapacity: capacity) {
      buffer, count in
      let amount = read(descriptor, buffer.baseAddress, capacity)
      if amount < 0 { failure = errno }
      count = max(amount, 0)
    }
    if failure == 0 { return chunk }
    guard failure == EINTR else { throw .refused(failure) }
  }
}

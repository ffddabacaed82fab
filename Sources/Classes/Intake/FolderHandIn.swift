internal import System

/// A folder, read by descriptors: no link is followed, so nothing outside it
/// is ever read, whatever changes meanwhile.
struct FolderHandIn: HandIn {
  private let path: String
  private let limits: IntakeLimits

  init(_ path: String, limits: IntakeLimits) {
    self.path = path
    self.limits = limits
  }

  func entries() throws(Refusal) -> [HandInEntry] {
    var found: [HandInEntry] = []
    var count = 0
    let folder = try openFolder()
    try list(folder, above: "", depth: 0, count: &count, into: &found)
    return found
  }

  /// Lists an open folder, and closes it.
  private func list(
    _ descriptor: Int32, above prefix: String, depth: Int, count: inout Int,
    into found: inout [HandInEntry]
  ) throws(Refusal) {
    guard depth <= limits.depth else {
      close(descriptor)
      throw Refusal("its folders nest deeper than \(limits.depth)")
    }
    guard let stream = fdopendir(descriptor) else {
      close(descriptor)
      throw Refusal("a folder cannot be read: \(systemReason(errno))")
    }
    defer { closedir(stream) }
    for name in names(in: stream, atMost: limits.entries - count) {
      count += 1
      guard count <= limits.entries else {
        throw tooManyEntries(limits.entries)
      }
      var status = stat()
      guard
        fstatat(dirfd(stream), name, &status, AT_SYMLINK_NOFOLLOW) == 0
      else { continue }
      let path = prefix + name
      switch status.st_mode & S_IFMT {
      case S_IFDIR:
        let inner = openat(
          dirfd(stream), name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
        guard inner >= 0 else { continue }
        try list(
          inner, above: path + "/", depth: depth + 1, count: &count,
          into: &found)
      case S_IFREG:
        // Another name of the same file may be outside.
        found.append(
          HandInEntry(path: path, kind: status.st_nlink > 1 ? .link : .file))
      case S_IFLNK: found.append(HandInEntry(path: path, kind: .link))
      default: found.append(HandInEntry(path: path, kind: .special))
      }
    }
  }

  func content(
    of entry: HandInEntry, atMost limit: Int
  ) throws(Refusal) -> [UInt8] {
    var folder = try openFolder()
    defer { close(folder) }
    let parts = entry.path.split(separator: "/").map(String.init)
    for part in parts.dropLast() {
      let inner = openat(
        folder, part, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
      guard inner >= 0 else {
        throw Refusal("it cannot be read: \(systemReason(errno))")
      }
      close(folder)
      folder = inner
    }
    return try regularFile(
      in: folder, named: parts.last ?? "", atMost: limit)
  }

  private func openFolder() throws(Refusal) -> Int32 {
    let folder = open(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
    guard folder >= 0 else {
      throw Refusal("the folder cannot be read: \(systemReason(errno))")
    }
    return folder
  }
}

#if canImport(Darwin)
typealias FolderStream = UnsafeMutablePointer<DIR>
#else
typealias FolderStream = OpaquePointer
#endif

/// The names in a folder, without those that begin with a dot, in order.
///
/// A name that is no UTF-8 is none of a file that would be taken.
func names(in stream: FolderStream, atMost most: Int) -> [String] {
  var found: [String] = []
  while found.count <= most, let entry = readdir(stream) {
    let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
      String(validating: bytes.prefix { $0 != 0 }, as: UTF8.self)
    }
    guard let name, !name.hasPrefix("."), name != "__MACOSX" else { continue }
    found.append(name)
  }
  return found.sorted()
}

/// The content of a regular file in an open folder; links are not followed.
func regularFile(
  in folder: Int32, named name: String, atMost limit: Int
) throws(Refusal) -> [UInt8] {
  let descriptor = openat(
    folder, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | O_CLOEXEC)
  guard descriptor >= 0 else {
    throw Refusal(
      errno == ELOOP
        ? "it is a link" : "it cannot be read: \(systemReason(errno))")
  }
  defer { close(descriptor) }
  var status = stat()
  guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG
  else { throw Refusal("it is not a regular file") }
  guard status.st_size <= limit else { throw tooLarge(limit) }
  // One byte more would show that it has grown since.
  var content = [UInt8](repeating: 0, count: Int(status.st_size) + 1)
  var filled = 0
  while filled < content.count {
    let count = content.withUnsafeMutableBytes {
      read(descriptor, $0.baseAddress?.advanced(by: filled), $0.count - filled)
    }
    if count < 0 && errno == EINTR { continue }
    guard count >= 0 else {
      throw Refusal("it cannot be read: \(systemReason(errno))")
    }
    if count == 0 { break }
    filled += count
  }
  guard filled <= limit, filled < content.count else {
    throw Refusal("it changed while it was read")
  }
  content.removeLast(content.count - filled)
  return content
}

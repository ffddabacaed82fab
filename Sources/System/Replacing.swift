/// Replaces a file with `bytes`, so that a full disk or a kill leaves either
/// the old file or the new one, complete.
///
/// The bytes are first written to a temporary file in `folder`, which is
/// created if necessary. A symbolic link stays, and its target is replaced; the
/// file keeps its mode and its owner. A folder, pipe or device is refused.
package func replaceFile(
  _ path: String, with bytes: some Sequence<UInt8>, temporaryIn folder: String
) throws(FileError) {
  let path = followingLinks(path)
  var status = stat()
  let isThere = lstat(path, &status) == 0
  if isThere {
    switch status.st_mode & S_IFMT {
    case S_IFREG: break
    case S_IFDIR: throw .folder
    default: throw .special
    }
  }
  try makeFolder(folder)
  let old = isThere ? status : nil
  let name = path.split(separator: "/").last ?? ""
  let content = Array(bytes)
  let temporary = "\(folder)/\(name)\(temporaryEnding)"
  do throws(FileError) {
    try writeAndRename(content, temporary, to: path, like: old)
  } catch FileError.refused(EXDEV) {
    // A file cannot be renamed into another file system, so write the temporary
    // file next to the target.
    removeStaleTemporaries(of: path)
    try writeAndRename(
      content, path + temporaryEnding, to: path, like: old)
  }
}

/// The end of a temporary file's name, which says whose it is: other processes,
/// also on other machines, may write to the same folder.
private var temporaryEnding: String {
  ".\(plainMachineName).\(getpid()).tmp"
}

/// Without dots, which separate the parts of the name.
private var plainMachineName: String { machineName.filter { $0 != "." } }

private func writeAndRename(
  _ bytes: [UInt8], _ temporary: String, to path: String, like old: stat?
) throws(FileError) {
  let flags = O_CREAT | O_WRONLY | O_TRUNC | O_CLOEXEC | O_NOFOLLOW
  let descriptor = open(temporary, flags, 0o644)
  guard descriptor >= 0 else { throw .last }
  do throws(FileError) {
    defer { close(descriptor) }
    if let old {
      // Only an administrator can change the owner; other users own the file
      // anyway.
      _ = fchown(descriptor, old.st_uid, old.st_gid)
      guard fchmod(descriptor, old.st_mode & 0o7777) == 0 else { throw .last }
    }
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { buffer in
        systemWrite(descriptor, buffer)
      }
      if count < 0 && errno == EINTR { continue }
      guard count > 0 else { throw .last }
      rest = rest.dropFirst(count)
    }
    guard fsync(descriptor) == 0, rename(temporary, path) == 0 else {
      throw .last
    }
  } catch {
    unlink(temporary)
    throw error
  }
}

/// Calls `write(2)`; the buffer may be empty.
private func systemWrite(
  _ descriptor: Int32, _ bytes: UnsafeRawBufferPointer
) -> Int {
  bytes.baseAddress.map { write(descriptor, $0, bytes.count) } ?? 0
}

/// The path at the end of a chain of symbolic links; it need not exist.
private func followingLinks(_ path: String) -> String {
  var path = path
  // The system itself follows at most 40.
  for _ in 0..<40 {
    var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
    let count = readlink(path, &buffer, buffer.count)
    guard count > 0 else { return path }
    let target = String(
      decoding: buffer[..<count].map(UInt8.init(bitPattern:)), as: UTF8.self)
    let folder = path.lastIndex(of: "/").map { path[...$0] } ?? ""
    path = target.hasPrefix("/") ? target : folder + target
  }
  return path
}

/// Creates a folder in an existing one.
package func makeFolder(_ path: String) throws(FileError) {
  guard mkdir(path, 0o755) == 0 || errno == EEXIST else { throw .last }
}

/// Removes the temporary files that killed processes of this machine left
/// next to a file.
package func removeStaleTemporaries(of path: String) {
  let slash = path.lastIndex(of: "/")
  removeStaleTemporaries(
    in: slash.map { String(path[..<$0]) } ?? ".",
    beginning: slash.map { String(path[path.index(after: $0)...]) } ?? path)
}

/// Removes the temporary files that killed processes of this machine left in a
/// folder; those of running processes stay.
///
/// Do not call it while this process runs `replaceFile` in the folder.
package func removeStaleTemporaries(
  in folder: String, beginning start: String = ""
) {
  guard let stream = opendir(folder) else { return }
  defer { closedir(stream) }
  var stale: [String] = []
  while let entry = readdir(stream) {
    let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
      String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
    }
    let parts = name.split(separator: ".").suffix(3).map(String.init)
    guard parts.count == 3, name.hasPrefix(start),
      let process = pid_t(parts[1]), process > 0,
      parts == [plainMachineName, "\(process)", "tmp"]
    else { continue }
    // This process may have been given the ID of a dead one.
    let isDead = kill(process, 0) != 0 && errno == ESRCH
    if isDead || process == getpid() { stale.append(name) }
  }
  for name in stale { unlink("\(folder)/\(name)") }
}

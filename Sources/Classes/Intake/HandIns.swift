internal import System

/// What one name in the folder of submissions stands for.
struct NamedHandIn {
  var name: String

  /// What was handed in, or why it cannot be looked at.
  var content: Result<any HandIn, Refusal>
}

/// A single file that was handed in.
struct SingleFile: HandIn {
  let name: String
  let bytes: @Sendable (Int) throws(Refusal) -> [UInt8]

  func entries() -> [HandInEntry] { [HandInEntry(path: name)] }

  func content(
    of entry: HandInEntry, atMost limit: Int
  ) throws(Refusal) -> [UInt8] {
    try bytes(limit)
  }
}

/// The part of an archive below one of its folders.
struct PartOfArchive: HandIn {
  let part: [HandInEntry]
  let prefix: String
  let archive: any HandIn
  let limits: IntakeLimits

  func entries() throws(Refusal) -> [HandInEntry] {
    guard part.count <= limits.entries else {
      throw tooManyEntries(limits.entries)
    }
    return part.map { entry in
      var entry = entry
      entry.path = String(entry.path.dropFirst(prefix.count))
      return entry
    }
  }

  func content(
    of entry: HandInEntry, atMost limit: Int
  ) throws(Refusal) -> [UInt8] {
    try archive.content(of: entry, atMost: limit)
  }
}

/// An archive, by its first bytes; nil if it is none.
func archive(
  in bytes: [UInt8], limits: IntakeLimits
) throws(Refusal) -> (any HandIn)? {
  if ZipFile.begins(bytes) { return ZipFile(bytes, limits: limits) }
  if TarFile.begins(bytes) { return try TarFile(gzip: bytes, limits: limits) }
  return nil
}

/// Whether a name is that of an archive.
func isArchive(_ name: String) -> Bool {
  let name = name.lowercased()
  return [".zip", ".tar.gz", ".tgz"].contains(where: name.hasSuffix)
}

/// What was handed in by a class.
struct HandedIn {
  /// In the order of the names, without files that no student hands in.
  var items: [NamedHandIn]

  /// The content of a file beside them.
  var file: (_ name: String) -> [UInt8]?
}

/// What is in a folder of submissions, or in an archive of them.
func handIns(
  in path: String, limits: IntakeLimits
) throws(Refusal) -> HandedIn {
  var status = stat()
  guard stat(path, &status) == 0 else {
    throw Refusal("there is no folder \(path)")
  }
  guard status.st_mode & S_IFMT == S_IFDIR else {
    return try handIns(inArchive: path, limits: limits)
  }
  guard let stream = opendir(path) else {
    throw Refusal("\(path) cannot be read: \(systemReason(errno))")
  }
  defer { closedir(stream) }
  let items = names(in: stream, atMost: 1_000_000).compactMap {
    name -> NamedHandIn? in
    var status = stat()
    guard fstatat(dirfd(stream), name, &status, AT_SYMLINK_NOFOLLOW) == 0
    else { return nil }
    let inner = "\(path)/\(name)"
    switch status.st_mode & S_IFMT {
    case S_IFDIR:
      return NamedHandIn(
        name: name, content: .success(FolderHandIn(inner, limits: limits)))
    case S_IFREG:
      guard isHandIn(name) else { return nil }
      let file = SingleFile(name: name) { limit throws(Refusal) in
        try regularFile(at: inner, atMost: limit)
      }
      return NamedHandIn(name: name, content: .success(file))
    case S_IFLNK:
      return NamedHandIn(name: name, content: .failure(Refusal("it is a link")))
    default:
      return NamedHandIn(
        name: name, content: .failure(Refusal("it is not a regular file")))
    }
  }
  return HandedIn(items: items) { name in
    try? regularFile(at: "\(path)/\(name)", atMost: metadataBytes)
  }
}

/// Gradescope's metadata is as long as the results of a class.
private let metadataBytes = 64 << 20

/// Whether a file of this name, beside others, can be what a student handed in,
/// if only by mistake.
private func isHandIn(_ name: String) -> Bool {
  name.lowercased().hasSuffix(".swift") || isArchive(name)
    || Identity(ofItem: name).isOfSystem
}

/// The hand-ins of an archive: what is below each of its folders, or of the
/// folders in the only one.
private func handIns(
  inArchive path: String, limits: IntakeLimits
) throws(Refusal) -> HandedIn {
  let archive: (any HandIn)?
  var entries: [HandInEntry]
  do throws(Refusal) {
    let bytes = try regularFile(at: path, atMost: limits.ofClass.archiveBytes)
    archive = try Classes.archive(in: bytes, limits: limits.ofClass)
    entries = try archive?.entries() ?? []
  } catch {
    throw Refusal(
      "\(path): \(error.reason); unpack it, and pass the folder instead")
  }
  guard let archive else {
    throw Refusal("\(path) is neither a folder nor a zip or tar.gz archive")
  }
  entries.removeAll { $0.path.hasPrefix("__MACOSX/") }
  var prefix = ""
  func first(_ entry: HandInEntry) -> Substring {
    entry.path.dropFirst(prefix.count).prefix { $0 != "/" }
  }
  while Set(entries.map(first)).count == 1,
    entries.allSatisfy({ $0.path.dropFirst(prefix.count).contains("/") })
  {
    prefix += first(entries[0]) + "/"
  }
  entries.removeAll { first($0).hasPrefix(".") }
  let items = Dictionary(grouping: entries, by: first)
    .sorted { $0.key < $1.key }.compactMap { name, part -> NamedHandIn? in
      let isFolder = part.contains { $0.path != prefix + name }
      guard isFolder || isHandIn(String(name)) else { return nil }
      return NamedHandIn(
        name: String(name),
        content: .success(
          PartOfArchive(
            part: part, prefix: prefix + (isFolder ? name + "/" : ""),
            archive: archive, limits: limits)))
    }
  return HandedIn(items: items) { [entries, prefix] name in
    entries.first { $0.path == prefix + name && $0.kind == .file }.flatMap {
      try? archive.content(of: $0, atMost: metadataBytes)
    }
  }
}

func regularFile(
  at path: String, atMost limit: Int
) throws(Refusal) -> [UInt8] {
  try regularFile(in: AT_FDCWD, named: path, atMost: limit)
}

import Foundation

/// A submission that is more than a file: how to make it.
///
/// One line for each step, after the comments: `copy PATH FROM` (of the course),
/// `text PATH "…"`, `repeat PATH COUNT "…"` (with the number for `%`), `bytes
/// PATH HEX`, `zeros PATH COUNT`, `many PATH COUNT`, `folder PATH`, `link PATH
/// TARGET`, `hardlink PATH TARGET`, `fifo PATH`, `device PATH MAJOR MINOR`.
/// `pack` says what it becomes: `zip` or `tar.gz`, `tar.gz torn`, `file NAME`,
/// `link TARGET`, `text EXTENSION`; a folder without it.
struct Recipe {
  private(set) var entries: [ArchiveEntry] = []
  private(set) var pack: [String] = []

  init(_ text: String) throws {
    for line in text.split(separator: "\n") where !line.hasPrefix("//") {
      let words = quotedWords(line)
      switch words[0] {
      case "pack": pack = Array(words.dropFirst())
      case "copy":
        let from = "\(packageFolder)/\(words[2])"
        append(try Data(contentsOf: URL(filePath: from)), to: words[1])
      case "text": append(Data(words[2].utf8), to: words[1])
      case "bytes": append(Data(bytes(words[2])), to: words[1])
      case "repeat":
        let all = (0..<(Int(words[2]) ?? 0)).map {
          words[3].replacingOccurrences(of: "%", with: "\($0)")
        }
        append(Data(all.joined().utf8), to: words[1])
      case "zeros": add(words[1], .zeros(Int(words[2]) ?? 0))
      case "many":
        for number in 0..<(Int(words[2]) ?? 0) {
          add("\(words[1])\(number).txt", .file([]))
        }
      case "folder": add(words[1] + "/", .folder)
      case "link": add(words[1], .link(words[2]))
      case "hardlink": add(words[1], .hardLink(words[2]))
      case "fifo": add(words[1], .pipe)
      case "device":
        add(words[1], .device(Int(words[2]) ?? 0, Int(words[3]) ?? 0))
      default: throw CocoaError(.featureUnsupported)
      }
    }
  }

  private mutating func add(_ path: String, _ kind: ArchiveEntry.Kind) {
    entries.append(ArchiveEntry(path: path, kind: kind))
  }

  private mutating func append(_ data: Data, to path: String) {
    if let index = entries.firstIndex(where: { $0.path == path }),
      case .file(let bytes) = entries[index].kind
    {
      entries[index].kind = .file(bytes + data)
    } else {
      add(path, .file(Array(data)))
    }
  }

  /// Makes the submission by a name in a folder.
  func make(_ name: String, in folder: String) throws {
    let path = "\(folder)/\(name)"
    switch pack.first {
    case "zip": try writeZip(entries, to: path + ".zip")
    case "tar.gz":
      try writeTarGzip(entries, to: path + ".tar.gz")
      if pack.last == "torn" {
        let url = URL(filePath: path + ".tar.gz")
        let whole = try Data(contentsOf: url)
        try whole.prefix(whole.count / 2).write(to: url)
      }
    case "link": symlink(pack[1], path)
    case "text": try writeFile(to: "\(path).\(pack[1])")
    case "file":
      // The name is the attack, so it must also tell the student.
      try makeFolder(path)
      try writeFile(to: "\(path)/\(pack[1])")
    default:
      try makeFolder(path)
      for entry in entries { try make(entry, in: path) }
    }
  }

  private func writeFile(to path: String) throws {
    guard case .file(let bytes) = entries[0].kind else { return }
    try Data(bytes).write(to: URL(filePath: path))
  }

  private func make(_ entry: ArchiveEntry, in folder: String) throws {
    let path = "\(folder)/\(entry.path)"
    try makeFolder(URL(filePath: path).deletingLastPathComponent().path)
    switch entry.kind {
    case .file(let bytes): try Data(bytes).write(to: URL(filePath: path))
    case .zeros(let count):
      try Data().write(to: URL(filePath: path))
      truncate(path, count)
    case .link(let target): symlink(target, path)
    case .hardLink(let target): link("\(CorpusCase.folder)/\(target)", path)
    case .pipe: mkfifo(path, 0o644)
    case .device(let major, let minor):
      // Only an administrator can make one; nobody else can submit one.
      mknod(path, S_IFCHR | 0o666, UInt(major << 8 | minor))
    case .folder: try makeFolder(path)
    }
  }
}

private func makeFolder(_ path: String) throws {
  try FileManager.default.createDirectory(
    atPath: path, withIntermediateDirectories: true)
}

private func bytes(_ hexadecimal: String) -> [UInt8] {
  let digits = Array(hexadecimal)
  return stride(from: 0, to: digits.count - 1, by: 2).compactMap {
    UInt8(String(digits[$0...$0 + 1]), radix: 16)
  }
}

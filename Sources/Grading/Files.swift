internal import System

/// The file system operations that grading needs.
enum Files {
  /// The C modules that the learner's library is built on, each a folder of
  /// Sources.
  static let systemModules = ["Czlib"]

  static func read(_ path: String) -> [UInt8]? {
    try? readFile(path, atMost: 64 << 20)
  }

  static func readText(_ path: String) -> String? {
    read(path).map { String(decoding: $0, as: UTF8.self) }
  }

  static func write(_ text: String, to path: String) throws(GradingError) {
    do {
      try Data(text.utf8).write(to: URL(filePath: path))
    } catch {
      throw GradingError("cannot write \(path): \(reason(error))")
    }
  }

  static func exists(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: path)
  }

  /// Makes a folder that only its owner can list or change, or checks an existing one: a
  /// program that somebody else put there must not be run.
  static func makePrivateFolder(_ path: String) throws(GradingError) {
    do {
      try FileManager.default.createDirectory(
        atPath: path, withIntermediateDirectories: true,
        attributes: [.posixPermissions: 0o700])
    } catch {
      throw GradingError(
        "cannot make the folder \(path): \(reason(error))")
    }
    var status = stat()
    guard lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else {
      throw GradingError(
        "\(path) is not a folder, or is a link to one; remove it")
    }
    guard status.st_uid == geteuid() else {
      throw GradingError(
        "\(path) belongs to another user; remove it, or name a folder of "
          + "your own in COURSE_CACHE")
    }
    guard status.st_mode & 0o022 == 0 else {
      throw GradingError(
        "others may write to \(path); remove it, and try again")
    }
    // A grader may have let other users pass through (0711); that stays.
    if status.st_mode & 0o044 != 0 { chmod(path, 0o700) }
  }

  /// Lets everybody who can reach a folder read all that is in it.
  static func makeReadable(_ folder: String) {
    chmod(folder, 0o755)
    let names = try? FileManager.default.subpathsOfDirectory(atPath: folder)
    for name in names ?? [] {
      var status = stat()
      let path = "\(folder)/\(name)"
      guard lstat(path, &status) == 0 else { continue }
      switch status.st_mode & S_IFMT {
      case S_IFDIR: chmod(path, 0o755)
      case S_IFREG: chmod(path, 0o644)
      default: break
      }
    }
  }

  static func isRegular(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
  }

  /// Whether files can be created in a folder.
  static func isWritableFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
      && access(path, W_OK | X_OK) == 0
  }

  static func list(_ folder: String) -> [String] {
    let names = try? FileManager.default.contentsOfDirectory(atPath: folder)
    return (names ?? []).sorted()
  }

  static func link(_ path: String, to target: String) throws(GradingError) {
    do {
      try FileManager.default.createSymbolicLink(
        atPath: path, withDestinationPath: target)
    } catch {
      throw GradingError(
        "cannot link \(path): \(reason(error))")
    }
  }

  /// Moves a finished folder into place.
  ///
  /// If another process was faster, its folder stays and this one is removed.
  static func move(_ folder: String, to place: String) {
    do {
      try FileManager.default.moveItem(atPath: folder, toPath: place)
    } catch {
      remove(folder)
    }
  }

  static func remove(_ path: String) {
    try? FileManager.default.removeItem(atPath: path)
  }

  /// Sets a file's modification time to now.
  static func touch(_ path: String) {
    try? FileManager.default.setAttributes(
      [.modificationDate: Date()], ofItemAtPath: path)
  }

  /// When a file was last modified, in seconds; 0 if there is no file.
  static func changed(_ path: String) -> Double {
    let attributes = try? FileManager.default.attributesOfItem(atPath: path)
    let date = attributes?[.modificationDate] as? Date
    return date?.timeIntervalSinceReferenceDate ?? 0
  }

  /// How long ago a file was last modified, in seconds.
  static func age(_ path: String) -> Double {
    Date().timeIntervalSinceReferenceDate - changed(path)
  }

  static func now() -> Double { Date().timeIntervalSinceReferenceDate }

  static func parent(_ path: String) -> String {
    URL(filePath: path).deletingLastPathComponent().path
  }

  static func resolvingLinks(_ path: String) -> String {
    URL(filePath: path).resolvingSymlinksInPath().path
  }

  /// A file's path, size and modification time, which stand for its content
  /// where it is too large to be read at each check.
  static func stamp(_ path: String) -> String? {
    guard
      let attributes = try? FileManager.default.attributesOfItem(atPath: path),
      let size = attributes[.size],
      let date = attributes[.modificationDate] as? Date
    else { return nil }
    return "\(path) \(size) \(date.timeIntervalSinceReferenceDate)"
  }
}

/// A problem outside the learner's file that keeps it from being graded.
package struct GradingError: Error, Equatable, CustomStringConvertible {
  package let description: String

  package init(_ description: String) {
    self.description = description
  }
}

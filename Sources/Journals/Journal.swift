#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif

#if canImport(Darwin)
internal import Darwin
#elseif canImport(Musl)
internal import Musl
#else
internal import Glibc
#endif

/// The learner's memory in the folder `.course`: progress and snapshots.
///
/// Every change is made under a lock, written to a temporary file and renamed
/// into place, so that a full disk, a crash or two checks at once leave the
/// old file or the new one, whole.
package struct Journal: Sendable {
  package let folder: String

  /// What should be told about the journal itself, such as a damaged file
  /// that was set aside.
  package typealias Notice = @Sendable (String) -> Void

  private let notice: Notice

  /// The journal of a course.
  package init(root: String, notice: @escaping Notice) {
    folder = root + "/.course"
    self.notice = notice
  }

  private var file: String { folder + "/progress.json" }

  /// The progress as it stands; a damaged file is set aside and reported.
  package func progress() throws -> LearnerProgress {
    guard FileManager.default.fileExists(atPath: file) else {
      return LearnerProgress()
    }
    return try decoded() ?? update { $0 }
  }

  /// Changes the progress.
  package func update<Result>(
    _ change: (inout LearnerProgress) throws -> Result
  ) throws -> Result {
    do {
      try FileManager.default.createDirectory(
        atPath: folder, withIntermediateDirectories: true)
    } catch {
      throw JournalError("cannot make \(folder): \(error)")
    }
    return try locked {
      var progress = LearnerProgress()
      if FileManager.default.fileExists(atPath: file) {
        if let read = try decoded() {
          progress = read
        } else {
          try setAside()
        }
      }
      let before = progress
      let result = try change(&progress)
      if progress != before { try write(progress) }
      return result
    }
  }

  /// The progress in the file; nil where the file is damaged.
  private func decoded() throws(JournalError) -> LearnerProgress? {
    let data: Data
    do {
      data = try Data(contentsOf: URL(filePath: file))
    } catch {
      throw JournalError("cannot read \(file): \(error)")
    }
    let decoder = JSONDecoder()
    decoder.dateDecodingStrategy = .iso8601
    struct Versioned: Decodable { var version: Int }
    if let versioned = try? decoder.decode(Versioned.self, from: data),
      versioned.version > LearnerProgress.currentVersion
    {
      throw JournalError(
        "\(file) was written by a newer version of the course "
          + "(\(versioned.version)); update the course, or move the file away")
    }
    let progress = try? decoder.decode(LearnerProgress.self, from: data)
    return progress.flatMap { $0.isSound ? $0 : nil }
  }

  /// Moves a damaged file out of the way, under a name that is free.
  private func setAside() throws(JournalError) {
    var number = 1
    while FileManager.default.fileExists(atPath: damagedFile(number)) {
      number += 1
    }
    do {
      try FileManager.default.moveItem(
        atPath: file, toPath: damagedFile(number))
    } catch {
      throw JournalError("\(file) is damaged and cannot be moved: \(error)")
    }
    notice(
      "\(file) was damaged; it is kept as \(damagedFile(number)), and progress "
        + "starts afresh (exercises that pass count again when checked)")
  }

  private func damagedFile(_ number: Int) -> String {
    "\(folder)/progress.damaged-\(number).json"
  }

  private func write(_ progress: LearnerProgress) throws(JournalError) {
    let encoder = JSONEncoder()
    encoder.dateEncodingStrategy = .iso8601
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
    do {
      try replace(file, with: try encoder.encode(progress))
    } catch {
      throw JournalError("cannot write \(file): \(error)")
    }
  }

  /// Runs with the journal locked against other processes.
  private func locked<Result>(_ body: () throws -> Result) throws -> Result {
    let descriptor = open(
      folder + "/lock", O_CREAT | O_RDWR | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else {
      throw JournalError(
        "cannot lock \(folder): \(String(cString: strerror(errno)))")
    }
    defer { close(descriptor) }
    try lock(descriptor)
    return try body()
  }
}

/// Locks a file, and gives up where another process does not let go of it.
private func lock(_ descriptor: Int32) throws(JournalError) {
  for _ in 0..<500 {
    if flock(descriptor, LOCK_EX | LOCK_NB) == 0 { return }
    guard errno == EWOULDBLOCK || errno == EINTR else { throw systemError() }
    usleep(20_000)
  }
  throw JournalError(
    "another process has held the journal for 10 s; end it, or remove "
      + ".course/lock")
}

/// Writes a file beside its place, forces it to the disk, and renames it.
func replace(_ path: String, with data: Data) throws {
  let temporary = "\(path).\(getpid()).tmp"
  let descriptor = open(
    temporary, O_CREAT | O_WRONLY | O_TRUNC | O_CLOEXEC, 0o644)
  guard descriptor >= 0 else { throw systemError() }
  do {
    defer { close(descriptor) }
    var rest = Array(data)[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes {
        systemWrite(descriptor, $0.baseAddress, $0.count)
      }
      if count < 0 && errno == EINTR { continue }
      guard count > 0 else { throw systemError() }
      rest = rest.dropFirst(count)
    }
    guard fsync(descriptor) == 0 else { throw systemError() }
    guard rename(temporary, path) == 0 else { throw systemError() }
  } catch {
    unlink(temporary)
    throw error
  }
}

private func systemError() -> JournalError {
  JournalError(String(cString: strerror(errno)))
}

/// `write(2)`, by a name that the methods here do not hide.
private func systemWrite(
  _ descriptor: Int32, _ bytes: UnsafeRawPointer?, _ count: Int
) -> Int {
  write(descriptor, bytes, count)
}

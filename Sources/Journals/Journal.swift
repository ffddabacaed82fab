internal import System

/// The learner's progress and snapshots, in the folder `.course`.
///
/// Every change is made under a lock, written to a temporary file and renamed
/// into place, so that a full disk, a crash or two checks at once leave either
/// the old file or the new one, complete.
package struct Journal: Sendable {
  package let folder: String

  /// Receives a message about the journal itself, such as a damaged file that
  /// was set aside.
  package typealias Notice = @Sendable (String) -> Void

  private let notice: Notice

  /// Creates the journal of a course.
  package init(root: String, notice: @escaping Notice) {
    folder = root + "/.course"
    self.notice = notice
  }

  private var file: String { folder + "/progress.json" }

  /// The folder for temporary files.
  ///
  /// They are not written next to a learner's file, where they would stay if
  /// the process were killed.
  var temporaries: String { folder + "/tmp" }

  /// The current progress; a damaged file is set aside and reported.
  package func progress() throws -> LearnerProgress {
    switch try stored() {
    case .none: LearnerProgress()
    case .sound(let progress): progress
    case .damaged: try update { $0 }
    }
  }

  /// Changes the progress.
  package func update<Result>(
    _ change: (inout LearnerProgress) throws -> Result
  ) throws -> Result {
    do {
      try FileManager.default.createDirectory(
        atPath: folder, withIntermediateDirectories: true)
    } catch {
      throw JournalError("cannot create \(folder): \(reason(error))")
    }
    return try locked {
      var progress = LearnerProgress()
      switch try stored() {
      case .none: break
      case .sound(let read): progress = read
      case .damaged: try setAside()
      }
      let before = progress
      let result = try change(&progress)
      if progress != before { try write(progress) }
      return result
    }
  }

  /// The contents of the progress file.
  private enum Stored {
    case none
    case sound(LearnerProgress)
    case damaged
  }

  private func stored() throws(JournalError) -> Stored {
    let data: Data
    do {
      data = Data(try readFile(file, atMost: 16 << 20))
    } catch .missing {
      return .none
    } catch {
      throw JournalError(
        "cannot read \(file): \(error); make it readable, or move it away")
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
    guard let progress, progress.isSound else { return .damaged }
    return .sound(progress)
  }

  /// Moves a damaged file out of the way, to a name that is free.
  private func setAside() throws(JournalError) {
    var number = 1
    while FileManager.default.fileExists(atPath: damagedFile(number)) {
      number += 1
    }
    do {
      try FileManager.default.moveItem(
        atPath: file, toPath: damagedFile(number))
    } catch {
      throw JournalError(
        "\(file) is damaged and cannot be moved: \(reason(error))")
    }
    notice(
      "\(file) was damaged; it is kept as \(damagedFile(number)), and progress "
        + "starts over. Check your exercises again to mark them as passed")
  }

  private func damagedFile(_ number: Int) -> String {
    "\(folder)/progress.damaged-\(number).json"
  }

  private func write(_ progress: LearnerProgress) throws(JournalError) {
    let encoder = JSONEncoder()
    encoder.dateEncodingStrategy = .iso8601
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
    do {
      try replaceFile(
        file, with: try encoder.encode(progress), temporaryIn: temporaries)
    } catch {
      throw JournalError("cannot write \(file): \(reason(error))")
    }
  }

  /// Runs `body` with the journal locked against other processes.
  private func locked<Result>(_ body: () throws -> Result) throws -> Result {
    do {
      return try withFileLock(folder + "/lock") {
        // Only the process that holds the lock writes here.
        removeStaleTemporaries(in: temporaries)
        removeStaleTemporaries(in: folder)
        return try body()
      }
    } catch let error as LockError {
      throw JournalError(words(for: error))
    }
  }

  private func words(for error: LockError) -> String {
    switch error {
    case .file(let error): return "cannot lock \(folder)/lock: \(error)"
    case .held(by: let process?):
      let name = processName(process).map { " (\($0))" } ?? ""
      return "process \(process)\(name) has held \(folder)/lock for 10 s; wait "
        + "until it ends, or end it with `kill \(process)`, and try again"
    case .held(by: nil):
      return "a process in another container or on another machine has held "
        + "\(folder)/lock for 10 s; end the course that is running there, and "
        + "try again"
    }
  }
}

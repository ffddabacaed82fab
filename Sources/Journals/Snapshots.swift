package import System

/// A saved version of the learner's file.
package struct Snapshot: Sendable, Equatable {
  /// Its number for `undo --to`; 1 is the oldest.
  package var number: Int
  /// The time at which it was saved.
  package var kept: Date
  package var text: Data
  /// Whether it is the snapshot that the learner's file last matched.
  package var isPresent: Bool
}

extension Journal {
  /// The largest text that is saved, in bytes.
  static let mostBytes = 16 << 20

  /// Saves a snapshot of the learner's file, unless the newest or the current
  /// one is the same.
  ///
  /// Snapshots are only ever added, so nothing that was saved is lost.
  package func snapshot(_ text: String, of id: String) throws {
    try update { progress in
      try keep(Data(text.utf8), of: id, in: &progress)
    }
  }

  /// All snapshots of an exercise, oldest first.
  package func snapshots(of id: String) throws -> [Snapshot] {
    let exercise = onDisk(try progress()[id], of: id)
    return exercise.snapshots.indices.compactMap { index in
      let name = exercise.snapshots[index]
      let path = place(of: name, id)
      guard let text = try? readFile(path, atMost: Self.mostBytes) else {
        return nil
      }
      let attributes = try? FileManager.default.attributesOfItem(atPath: path)
      return Snapshot(
        number: number(of: name),
        kept: attributes?[.modificationDate] as? Date ?? .distantPast,
        text: Data(text), isPresent: index == exercise.position)
    }
  }

  /// The progress, with the snapshots that are on the disk.
  ///
  /// The folder is what counts: the progress file may have been damaged or
  /// removed, or the process killed after it wrote a snapshot and before it
  /// wrote the progress.
  func onDisk(
    _ exercise: ExerciseProgress, of id: String
  ) -> ExerciseProgress {
    let names = try? FileManager.default.contentsOfDirectory(
      atPath: "\(folder)/snapshots/\(id)")
    var found = exercise
    found.snapshots = (names ?? []).filter { number(of: $0) > 0 }
      .sorted { (number(of: $0), $0) < (number(of: $1), $1) }
    let present =
      exercise.snapshots.indices.contains(exercise.position)
      ? exercise.snapshots[exercise.position] : nil
    found.position =
      present.flatMap(found.snapshots.firstIndex)
      ?? found.snapshots.count - 1
    return found
  }

  /// Saves a text and makes it the current snapshot.
  func keep(
    _ text: Data, of id: String, in progress: inout LearnerProgress
  ) throws(JournalError) {
    var exercise = onDisk(progress[id], of: id)
    defer { progress[id] = exercise }
    let last = exercise.snapshots.count - 1
    for index in [exercise.position, last] where index >= 0 {
      let name = exercise.snapshots[index]
      if (try? self.text(of: name, id)) == text {
        exercise.position = index
        return
      }
    }
    guard text.count <= Self.mostBytes else {
      throw JournalError(
        "a file larger than \(Self.mostBytes >> 20) MiB cannot be saved")
    }
    let number = exercise.snapshots.last.map(number(of:)) ?? 0
    let name = fileName(number + 1)
    do {
      try FileManager.default.createDirectory(
        atPath: "\(folder)/snapshots/\(id)", withIntermediateDirectories: true)
      try replaceFile(
        place(of: name, id), with: text, temporaryIn: temporaries)
    } catch {
      throw JournalError(
        "cannot save a snapshot in \(folder): \(reason(error))")
    }
    exercise.snapshots.append(name)
    exercise.position = exercise.snapshots.count - 1
  }

  /// The text of a snapshot.
  func text(of name: String, _ id: String) throws(JournalError) -> Data {
    let path = place(of: name, id)
    do {
      return Data(try readFile(path, atMost: Self.mostBytes))
    } catch {
      throw JournalError("cannot read the snapshot \(path): \(error)")
    }
  }

  private func place(of name: String, _ id: String) -> String {
    "\(folder)/snapshots/\(id)/\(name)"
  }

  /// The number in the name of a snapshot, or 0 for any other name.
  func number(of name: String) -> Int {
    guard name.hasSuffix(".swift") else { return 0 }
    let digits = name.dropLast(".swift".count)
    return digits.utf8.allSatisfy { (0x30...0x39) ~= $0 }
      ? Int(digits) ?? 0 : 0
  }

  private func fileName(_ number: Int) -> String {
    let digits = "\(number)"
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
      + ".swift"
  }
}

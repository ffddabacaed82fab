package import System

/// The result of an undo or a redo.
package enum UndoResult: Sendable, Equatable {
  /// The file was restored from another snapshot.
  case restored

  /// The file was missing, and was restored from its last snapshot.
  case restoredMissingFile

  /// There is nothing earlier.
  case nothingEarlier

  /// There is nothing later.
  case nothingLater

  /// There is no snapshot with the requested number.
  case noSuchSnapshot
}

extension Journal {
  /// Replaces the learner's file with `text`, after saving a snapshot of it.
  package func overwrite(
    _ path: String, of id: String, with text: Data
  ) throws {
    try update { progress in
      let present = try learnersText(path)
      // After an undo, the current text is not the newest snapshot. Save it
      // once more, so that the next undo restores it.
      var exercise = onDisk(progress[id], of: id)
      exercise.position = exercise.snapshots.count - 1
      progress[id] = exercise
      if let present { try keep(present, path, of: id, in: &progress) }
      try replaceLearnersFile(path, with: text)
      try keep(text, of: id, in: &progress)
    }
  }

  /// Restores the learner's file from the previous snapshot.
  package func undo(_ path: String, of id: String) throws -> UndoResult {
    try move(path, of: id, otherwise: .nothingEarlier) { exercise in
      exercise.position - 1
    }
  }

  /// Restores the learner's file from the next snapshot, as it was before an
  /// undo.
  package func redo(_ path: String, of id: String) throws -> UndoResult {
    try move(path, of: id, otherwise: .nothingLater) { exercise in
      exercise.position + 1
    }
  }

  /// Restores the learner's file from the snapshot with this number.
  package func undo(
    _ path: String, of id: String, to wanted: Int
  ) throws -> UndoResult {
    try move(path, of: id, isByNumber: true, otherwise: .noSuchSnapshot) {
      exercise in
      exercise.snapshots.firstIndex { number(of: $0) == wanted }
    }
  }

  /// Saves a snapshot of the learner's file, and replaces it with another one.
  ///
  /// A missing file is restored from its last snapshot, unless a snapshot is
  /// requested by its number.
  private func move(
    _ path: String, of id: String, isByNumber: Bool = false,
    otherwise nothing: UndoResult, to target: (ExerciseProgress) -> Int?
  ) throws -> UndoResult {
    try update { progress in
      let present = try learnersText(path)
      if let present { try keep(present, path, of: id, in: &progress) }
      var exercise = onDisk(progress[id], of: id)
      let index =
        present == nil && !isByNumber
        ? exercise.position : target(exercise)
      guard let index, exercise.snapshots.indices.contains(index) else {
        return nothing
      }
      let text = try text(of: exercise.snapshots[index], id)
      try replaceLearnersFile(path, with: text)
      exercise.position = index
      progress[id] = exercise
      return present == nil ? .restoredMissingFile : .restored
    }
  }

  /// The text of the learner's file; nil if it is missing.
  ///
  /// A file that cannot be read cannot be saved, so it must not be replaced.
  private func learnersText(_ path: String) throws(JournalError) -> Data? {
    do {
      return Data(try readFile(path, atMost: Self.mostBytes))
    } catch .missing {
      return nil
    } catch {
      throw JournalError(
        "\(path) was not changed, because its content cannot be saved: "
          + "\(error); \(remedy(for: error, path))")
    }
  }

  private func remedy(for error: FileError, _ path: String) -> String {
    switch error {
    case .refused: "make it readable with `chmod u+r \(path)`, and try again"
    default: "move it away, and try again"
    }
  }

  private func keep(
    _ text: Data, _ path: String, of id: String,
    in progress: inout LearnerProgress
  ) throws(JournalError) {
    do {
      try keep(text, of: id, in: &progress)
    } catch {
      throw JournalError("\(path) was not changed: \(error)")
    }
  }

  private func replaceLearnersFile(
    _ path: String, with text: Data
  ) throws(JournalError) {
    // Earlier versions of the course wrote temporary files next to it.
    removeStaleTemporaries(of: path)
    do {
      try replaceFile(path, with: text, temporaryIn: temporaries)
    } catch {
      throw JournalError("cannot write \(path): \(error)")
    }
  }
}

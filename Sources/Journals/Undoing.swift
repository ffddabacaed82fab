internal import System

#if canImport(FoundationEssentials)
package import FoundationEssentials
#else
package import Foundation
#endif

/// What undoing or redoing came to.
package enum Undone: Sendable, Equatable {
  /// The file is again as it is in another snapshot.
  case restored

  /// The file was gone, and is there again as in its last snapshot.
  case broughtBack

  /// There is nothing earlier.
  case nothingEarlier

  /// There is nothing later.
  case nothingLater

  /// There is no snapshot of the number that was asked for.
  case noSuchSnapshot
}

extension Journal {
  /// Puts `text` in the learner's file, keeping what was there.
  package func overwrite(
    _ path: String, of id: String, with text: Data
  ) throws {
    try update { progress in
      let present = try learnersText(path)
      // After an undo the present text is not the newest snapshot; kept once
      // more, it is the one that the next undo brings back.
      var exercise = onDisk(progress[id], of: id)
      exercise.position = exercise.snapshots.count - 1
      progress[id] = exercise
      if let present { try keep(present, path, of: id, in: &progress) }
      try replaceLearnersFile(path, with: text)
      try keep(text, of: id, in: &progress)
    }
  }

  /// Takes the learner's file back to the snapshot before.
  package func undo(_ path: String, of id: String) throws -> Undone {
    try move(path, of: id, otherwise: .nothingEarlier) { exercise in
      exercise.position - 1
    }
  }

  /// Takes the learner's file on to the snapshot after, as it was before an
  /// undo.
  package func redo(_ path: String, of id: String) throws -> Undone {
    try move(path, of: id, otherwise: .nothingLater) { exercise in
      exercise.position + 1
    }
  }

  /// Takes the learner's file to the snapshot of this number.
  package func undo(
    _ path: String, of id: String, to wanted: Int
  ) throws -> Undone {
    try move(path, of: id, isByNumber: true, otherwise: .noSuchSnapshot) {
      exercise in
      exercise.snapshots.firstIndex { number(of: $0) == wanted }
    }
  }

  /// Keeps what is in the learner's file, and puts the text of another
  /// snapshot there.
  ///
  /// A file that is gone is brought back as it was last, except where a
  /// snapshot is asked for by its number.
  private func move(
    _ path: String, of id: String, isByNumber: Bool = false,
    otherwise nothing: Undone, to target: (ExerciseProgress) -> Int?
  ) throws -> Undone {
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
      return present == nil ? .broughtBack : .restored
    }
  }

  /// What is in the learner's file; nil where it is gone.
  ///
  /// What cannot be read cannot be kept, and so must not be replaced.
  private func learnersText(_ path: String) throws(JournalError) -> Data? {
    do {
      return Data(try readFile(path, atMost: Self.mostBytes))
    } catch .missing {
      return nil
    } catch {
      throw JournalError(
        "\(path) was left as it is, because what is there cannot be kept: "
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
      throw JournalError("\(path) was left as it is: \(error)")
    }
  }

  private func replaceLearnersFile(
    _ path: String, with text: Data
  ) throws(JournalError) {
    // Earlier versions of the course wrote beside the file.
    removeStaleTemporaries(of: path)
    do {
      try replaceFile(path, with: text, temporaryIn: temporaries)
    } catch {
      throw JournalError("cannot write \(path): \(error)")
    }
  }
}

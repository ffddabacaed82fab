#if canImport(FoundationEssentials)
package import FoundationEssentials
#else
package import Foundation
#endif

/// What undoing came to.
package enum Undone: Sendable, Equatable {
  /// The file is again as it was in the snapshot before.
  case restored

  /// The file was gone, and is there again as in its last snapshot.
  case broughtBack

  /// There is nothing earlier.
  case nothingEarlier
}

extension Journal {
  /// Keeps a copy of the learner's file, unless the newest one is the same.
  ///
  /// Snapshots are only ever added, so nothing that was kept is lost.
  package func snapshot(_ text: String, of id: String) throws {
    try update { progress in
      try keep(Data(text.utf8), of: id, in: &progress)
    }
  }

  /// Puts `text` in the learner's file, keeping what was there.
  package func overwrite(
    _ path: String, of id: String, with text: Data
  ) throws {
    try update { progress in
      // After an undo the present text is not the newest snapshot; kept once
      // more, it is the one that the next undo brings back.
      let exercise = progress[id]
      if exercise.position < exercise.snapshots.count - 1 {
        progress[id].position = -1
      }
      try keepFile(path, of: id, in: &progress)
      try replaceLearnersFile(path, with: text)
      try keep(text, of: id, in: &progress)
    }
  }

  /// Takes the learner's file back to the snapshot before.
  package func undo(_ path: String, of id: String) throws -> Undone {
    try update { progress in
      let isThere = FileManager.default.fileExists(atPath: path)
      try keepFile(path, of: id, in: &progress)
      var exercise = adopting(progress[id], of: id)
      let earlier = isThere ? exercise.position - 1 : exercise.position
      guard exercise.snapshots.indices.contains(earlier) else {
        return .nothingEarlier
      }
      let name = exercise.snapshots[earlier]
      guard let text = FileManager.default.contents(atPath: place(of: name, id))
      else { throw JournalError("the snapshot \(place(of: name, id)) is gone") }
      try replaceLearnersFile(path, with: text)
      exercise.position = earlier
      progress[id] = exercise
      return isThere ? .restored : .broughtBack
    }
  }

  /// The progress with the snapshots that lie on the disk, where the journal
  /// knows of none: it was damaged, or somebody removed it.
  private func adopting(
    _ exercise: ExerciseProgress, of id: String
  ) -> ExerciseProgress {
    guard exercise.snapshots.isEmpty else { return exercise }
    let names = try? FileManager.default.contentsOfDirectory(
      atPath: "\(folder)/snapshots/\(id)")
    var exercise = exercise
    exercise.snapshots = (names ?? []).filter { $0.hasSuffix(".swift") }
      .sorted { ($0.utf8.count, $0) < ($1.utf8.count, $1) }
    exercise.position = exercise.snapshots.count - 1
    return exercise
  }

  private func keepFile(
    _ path: String, of id: String, in progress: inout LearnerProgress
  ) throws {
    if let text = FileManager.default.contents(atPath: path) {
      try keep(text, of: id, in: &progress)
    }
  }

  private func keep(
    _ text: Data, of id: String, in progress: inout LearnerProgress
  ) throws {
    var exercise = adopting(progress[id], of: id)
    if exercise.snapshots.indices.contains(exercise.position) {
      let newest = place(of: exercise.snapshots[exercise.position], id)
      if FileManager.default.contents(atPath: newest) == text { return }
    }
    let name = freeName(after: exercise.snapshots.count, of: id)
    do {
      try FileManager.default.createDirectory(
        atPath: "\(folder)/snapshots/\(id)", withIntermediateDirectories: true)
      try replace(place(of: name, id), with: text)
    } catch {
      throw JournalError("cannot keep a snapshot in \(folder): \(error)")
    }
    exercise.snapshots.append(name)
    exercise.position = exercise.snapshots.count - 1
    progress[id] = exercise
  }

  private func replaceLearnersFile(
    _ path: String, with text: Data
  ) throws(JournalError) {
    do {
      try replace(path, with: text)
    } catch {
      throw JournalError("cannot write \(path): \(error)")
    }
  }

  /// A name that no snapshot has, also none of a journal that was damaged.
  private func freeName(after count: Int, of id: String) -> String {
    var number = count
    var name: String
    repeat {
      number += 1
      let digits = "\(number)"
      let zeros = String(repeating: "0", count: max(0, 4 - digits.count))
      name = zeros + digits + ".swift"
    } while FileManager.default.fileExists(atPath: place(of: name, id))
    return name
  }

  private func place(of name: String, _ id: String) -> String {
    "\(folder)/snapshots/\(id)/\(name)"
  }
}

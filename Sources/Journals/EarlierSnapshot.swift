package import System

extension Journal {
  /// The snapshot that `undo` would restore.
  ///
  /// It is the newest one that differs from the learner's file; nil if there is
  /// none.
  package func snapshot(before text: Data, of id: String) throws -> Data? {
    let exercise = onDisk(try progress()[id], of: id)
    let names = exercise.snapshots.prefix(exercise.position + 1)
    for name in names.reversed() {
      if let kept = try? self.text(of: name, id), kept != text { return kept }
    }
    return nil
  }
}

#if canImport(FoundationEssentials)
package import FoundationEssentials
#else
package import Foundation
#endif

extension Journal {
  /// The snapshot that `undo` would bring back: the newest one that is not
  /// the same as the learner's file; nil where there is none.
  package func snapshot(before text: Data, of id: String) throws -> Data? {
    let exercise = try progress()[id]
    let names = exercise.snapshots.prefix(exercise.position + 1)
    for name in names.reversed() {
      let kept = FileManager.default.contents(
        atPath: "\(folder)/snapshots/\(id)/\(name)")
      if let kept, kept != text { return kept }
    }
    return nil
  }
}

internal import Dispatch
package import Lessons
internal import Synchronization

extension AuditedCourse {
  /// Everything about a lesson; `quick` leaves out the grading of its files.
  package func findings(
    in lesson: Lesson, quick: Bool, seed: UInt64
  ) throws -> [Finding] {
    let ofText = try textFindings(in: lesson, seed: seed)
    if quick { return ofText }
    let graded = concurrently(files(of: lesson)) { file in
      do {
        return try findings(in: file, seed: seed)
      } catch {
        return [Finding(file.path, 1, "\(error)", "mend it")]
      }
    }
    return (ofText + graded.flatMap(\.self)).sorted()
  }
}

/// The results for all items, worked out side by side, in the items' order.
private func concurrently<Item: Sendable, Result: Sendable>(
  _ items: [Item], _ work: @Sendable (Item) -> Result
) -> [Result] {
  let results = Mutex<[(Int, Result)]>([])
  withoutActuallyEscaping(work) { work in
    DispatchQueue.concurrentPerform(iterations: items.count) { index in
      let result = work(items[index])
      results.withLock { $0.append((index, result)) }
    }
  }
  return results.withLock { $0 }.sorted { $0.0 < $1.0 }.map(\.1)
}

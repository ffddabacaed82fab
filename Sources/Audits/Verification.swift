internal import Dispatch
package import Lessons
internal import Synchronization
internal import System

extension AuditedCourse {
  /// A finding for each lesson that cannot be read; given a number, only for
  /// that lesson and those it builds on.
  package func unreadable(for number: Int? = nil) -> [Finding] {
    let lesson = number.flatMap { library["\($0)"]?.lesson }
    let needed = lesson?.exercise?.buildsOn ?? []
    return library.entries.compactMap { entry in
      guard case .failure(let problem) = entry.result,
        number == nil || number == entry.number
          || needed.contains(entry.number)
      else { return nil }
      return Finding(problem, in: self)
    }
  }

  /// All findings in a lesson; if `quick`, only its `textFindings`.
  ///
  /// There are none if the lesson builds on one that cannot be read.
  package func findings(
    in lesson: Lesson, quick: Bool, seed: UInt64
  ) throws -> [Finding] {
    guard unreadable(for: lesson.number).isEmpty else { return [] }
    let ofText = try textFindings(in: lesson, seed: seed)
    // If no checks are registered, the findings so far say so.
    if quick || checks(of: lesson) == nil { return ofText }
    return
      (ofText + freedomFindings(in: lesson, seed: seed)
      + gradeFindings(in: lesson, seed: seed)).sorted()
  }

  /// Grades the starter, solutions and mistakes of a lesson, or only those
  /// whose paths end in `ending`.
  package func gradeFindings(
    in lesson: Lesson, seed: UInt64, only ending: String? = nil
  ) -> [Finding] {
    let chosen = files(of: lesson).filter { file in
      ending.map { file.path.hasSuffix($0) } ?? true
    }
    guard !chosen.isEmpty else {
      return [
        Finding(
          path(of: lesson, ending ?? ""), 1, "there is no such file",
          "name a starter, solution or mistake of the lesson")
      ]
    }
    return concurrently(chosen) { file in
      do {
        return try findings(in: file, seed: seed)
      } catch {
        return [Finding(file.path, 1, reason(error), "fix it")]
      }
    }.flatMap(\.self).sorted()
  }
}

/// Maps the items concurrently; the results are in the order of the items.
func concurrently<Item: Sendable, Result: Sendable>(
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

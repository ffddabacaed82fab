internal import Checks
package import Lessons

extension AuditedCourse {
  /// Finds cases in a function's `freedom` that none of its checks draws.
  package func freedomFindings(
    in lesson: Lesson, seed: UInt64
  ) -> [Finding] {
    (checks(of: lesson)?.untried(seed: seed) ?? []).map { function, what in
      let place = place(of: "\"\(function)\", axes:", in: lesson)
      return Finding(
        place.path, place.line,
        "with seed \(seed) no check of \(function) draws this: \(what)",
        "vary the inputs of its checks")
    }
  }
}

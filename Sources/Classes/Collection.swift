/// The results of a manifest: what is there, and what is not.
///
/// It keeps of each result only what a table of grades needs, so that a class
/// of any size fits in memory.
package struct Collected: Sendable {
  package struct Graded: Sendable {
    package var row: ManifestRow

    /// The result without its checks, diagnostics and output.
    package var result: SubmissionResult
  }

  package var graded: [Graded] = []

  /// The rows without a whole result by this grader.
  package var gaps: [ManifestRow] = []

  /// The rows that are in the manifest more than once.
  package var doubles: [ManifestRow] = []

  /// Collects the results of each row by one grader.
  package init(
    _ rows: [ManifestRow], in output: OutputFolder, grader: String
  ) {
    var seen: Set<String> = []
    for row in rows {
      guard seen.insert(row.key).inserted else {
        doubles.append(row)
        continue
      }
      guard var result = output.result(of: row, grader: grader) else {
        gaps.append(row)
        continue
      }
      result.checks = []
      result.diagnostics = []
      result.output = ""
      graded.append(Graded(row: row, result: result))
    }
  }

  package var results: [SubmissionResult] { graded.map(\.result) }

  /// Those that count, one of each student for each exercise.
  package func counting(_ rule: ClassRules.Attempts) -> [Graded] {
    let counting = Set(GradeTable.counting(results, rule).map(Place.init))
    return graded.filter { counting.contains(Place($0.result)) }
  }

  private struct Place: Hashable {
    var student: String
    var exercise: Int
    var attempt: Int

    init(_ result: SubmissionResult) {
      student = result.student.id
      exercise = result.exercise
      attempt = result.submission.attempt
    }
  }

  /// Whether every row has exactly one result.
  package var isComplete: Bool { gaps.isEmpty && doubles.isEmpty }
}

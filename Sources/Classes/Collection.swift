/// The results of a manifest: what is there, and what is not.
package struct Collected: Sendable {
  package var results: [SubmissionResult] = []

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
      if let result = output.result(of: row, grader: grader) {
        results.append(result)
      } else {
        gaps.append(row)
      }
    }
  }

  /// Whether every row has exactly one result.
  package var isComplete: Bool { gaps.isEmpty && doubles.isEmpty }
}

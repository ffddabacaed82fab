internal import Classes

/// What a class's grading came to, in a few lines.
struct Summary {
  let text: String

  init(_ results: [SubmissionResult], in output: OutputFolder) {
    let counts = Dictionary(grouping: results, by: \.verdict).mapValues(\.count)
    let lines = Verdict.allCases.compactMap { verdict in
      counts[verdict].map { count in
        String(repeating: " ", count: max(0, 6 - "\(count)".count))
          + "\(count)  \(verdict.rawValue)\n"
      }
    }
    text =
      lines.joined()
      + "The results are in \(output.path), the grades in grades.csv there.\n"
  }
}

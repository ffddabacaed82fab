internal import Classes
internal import Commands
internal import Gradebooks
internal import System

extension GradeJob {
  /// Writes what is told of the results: the table of grades, a folder of
  /// pages for students, the page of the class, JUnit's XML, and the run in
  /// the gradebook.
  func writeReports(_ collected: Collected) throws {
    let table = GradeTable(
      collected.results, gaps: collected.gaps,
      exercises: exercises.map(\.number), rules: rules,
      roster: roster)
    try output.report(table.csv.text, to: "grades.csv")
    try FileManager.default.createDirectory(
      atPath: output.path + "/feedback", withIntermediateDirectories: true)
    let counting = collected.counting(rules.attempts)
    var summary = ClassSummary()
    var suites = junitStart
    // A student's rows are neighbors in the manifest.
    var own: [SubmissionResult] = []
    for graded in counting {
      if let last = own.last, last.student.id != graded.row.student.id {
        try writeFeedback(on: own)
        own = []
      }
      guard let result = whole(graded) else { continue }
      summary.add(result, fingerprint: fingerprint(of: graded.row))
      suites += junitSuite(result)
      own.append(result)
    }
    try writeFeedback(on: own)
    try output.report(suites + junitEnd, to: "junit.xml")
    try output.report(classPage(title: "The class", summary), to: "class.html")
    if Gradebook.isBuilt {
      let book = try Gradebook(output.path + "/gradebook.sqlite")
      _ = try book.record(
        collected.graded, at: iso8601(world.now().timeIntervalSince1970),
        whole: whole)
    }
  }

  /// Writes what one student is told.
  private func writeFeedback(on results: [SubmissionResult]) throws {
    guard !results.isEmpty else { return }
    for file in try studentReports(results.map(\.forStudent)) {
      try output.report(file.text, to: "feedback/\(file.name)")
    }
  }

  /// A result with all that the file holds.
  private func whole(_ graded: Collected.Graded) -> SubmissionResult? {
    output.result(of: graded.row, grader: marker.versions.grader)
  }

  private func fingerprint(of row: ManifestRow) -> UInt64? {
    guard row.refusal == nil,
      let bytes = try? source.submission(row.submission.hash)
    else { return nil }
    return Classes.fingerprint(of: String(decoding: bytes, as: UTF8.self))
  }
}

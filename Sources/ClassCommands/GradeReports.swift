internal import Classes
internal import Commands
internal import System

extension GradeJob {
  /// Writes the reports on the attempts that count.
  ///
  ///     reports/class.html    the class, for the instructor
  ///     reports/junit.xml     every check of every student
  ///     reports/students/     for each student the feedback as Markdown and
  ///                           HTML, and the results for Gradescope,
  ///                           PrairieLearn and Exercism
  func writeReports(on results: [SubmissionResult]) throws {
    let counting = GradeTable.counting(results, rules.attempts)
    try FileManager.default.createDirectory(
      atPath: output.path + "/reports/students",
      withIntermediateDirectories: true)
    var summary = ClassSummary()
    var suites = ""
    for result in counting {
      summary.add(result, fingerprint: fingerprint(of: result))
      suites += junitSuite(result)
    }
    try output.write(
      classPage(title: "Results of the class", summary),
      to: "reports/class.html")
    try output.write(
      junitStart + suites + junitEnd, to: "reports/junit.xml")
    let students = Dictionary(grouping: counting) { $0.student.id }
    for results in students.values {
      for (name, text) in try studentReports(results) {
        try output.write(text, to: "reports/students/\(name)")
      }
    }
  }

  private func fingerprint(of result: SubmissionResult) -> UInt64? {
    guard let bytes = try? source.submission(result.submission.hash) else {
      return nil
    }
    return Classes.fingerprint(of: String(decoding: bytes, as: UTF8.self))
  }
}

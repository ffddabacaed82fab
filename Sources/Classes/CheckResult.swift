package import Checks

/// The result of one check of a submission.
package struct CheckResult: Sendable, Equatable, Codable {
  package var id: String
  package var title: String
  package var function: String
  package var verdict: Verdict

  /// The signal that ended the program, for `runtime_error`.
  package var signal: String?
  package var points: Double
  package var maxPoints: Double

  /// Whether its inputs and messages are kept from students.
  package var hidden: Bool
  package var message: String

  /// The id of the recognised mistake, or else the kind of relation found.
  package var mistake: String?
  package var relation: String?
  package var counterexample: Counterexample?

  /// The line of the submission that stopped the program.
  package var place: SourceLine?

  /// The function, called by this one, that has to be fixed first.
  package var blamed: String?

  /// The anchor of the lesson's section about it.
  package var section: String?
  package var milliseconds: Int

  package init(_ report: CheckReport, points: Double, hidden: Bool) {
    id = report.id
    title = report.title
    function = report.function
    verdict = Verdict(report.status)
    signal = report.signal
    self.points = verdict == .passed ? points : 0
    maxPoints = points
    self.hidden = hidden
    message = report.message
    mistake = report.mistake
    relation = report.relation
    counterexample = report.counterexample
    place = report.place
    blamed = report.blamed
    section = report.lesson
    milliseconds = report.milliseconds
  }
}

extension CheckResult {
  /// The check as its student may see it: of a hidden one only which it is
  /// and what became of it.
  package var forStudent: CheckResult {
    guard hidden else { return self }
    var shown = self
    shown.message = ""
    shown.mistake = nil
    shown.relation = nil
    shown.counterexample = nil
    shown.place = nil
    return shown
  }
}

extension SubmissionResult {
  /// The result as its student may see it.
  ///
  /// Where a check is hidden, a program could print its inputs, so nothing that
  /// it printed is shown.
  package var forStudent: SubmissionResult {
    var shown = self
    shown.checks = checks.map(\.forStudent)
    if checks.contains(where: \.hidden) { shown.output = "" }
    return shown
  }
}

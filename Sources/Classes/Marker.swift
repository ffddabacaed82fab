internal import Checks
package import Grading
internal import System

/// Grades one submission: the judge, the checks and the verdicts are those of
/// `course check`; what is compiled and run is isolated.
package struct Marker: Sendable {
  package var lessons: [Int: GradedLesson]
  package var rules: ClassRules
  package var compiler: Compiler

  /// Keeps submissions from everything else; nil if programs run as the grader's
  /// own user.
  package var isolation: Isolation?
  package var versions: Versions

  /// The name of this machine.
  package var host: String

  /// The time, in seconds since 1970.
  package var now: @Sendable () -> Double

  package init(
    lessons: [Int: GradedLesson], rules: ClassRules, compiler: Compiler,
    isolation: Isolation?, versions: Versions, host: String,
    now: @escaping @Sendable () -> Double
  ) {
    self.lessons = lessons
    self.rules = rules
    self.compiler = compiler
    // Compiling has a limit of processor time, which a busy machine does not
    // use up; this one is for what only waits.
    self.compiler.seconds = 90
    self.isolation = isolation
    self.versions = versions
    self.host = host
    self.now = now
  }

  /// The result of a row whose file holds these bytes.
  package func result(
    of row: ManifestRow, _ bytes: [UInt8], in slot: Slot, tries: Int = 1
  ) -> SubmissionResult {
    var result = blank(row)
    result.tries = tries
    guard let lesson = lessons[row.exercise] else {
      result.message = "there is no exercise \(row.exercise)"
      return result
    }
    guard row.refusal == nil else { return refused(row, lesson) }
    guard sha256(bytes) == row.submission.hash else {
      result.message = "the file was changed after it was taken in"
      return result
    }
    let source = String(decoding: bytes, as: UTF8.self)
    let report: Report
    do throws(GradingError) {
      report = try grade(
        source, as: lesson, seed: row.seed, in: slot)
    } catch {
      result.message = error.description
      return result
    }
    result.verdict = Verdict(report)
    fill(&result, from: report, of: lesson, source)
    return result
  }

  private func grade(
    _ source: String, as lesson: GradedLesson, seed: UInt64, in slot: Slot
  ) throws(GradingError) -> Report {
    defer { slot.clear() }
    var plan = lesson.plan
    plan.source = Source(path: "Exercise.swift", text: source)
    var request = GradingRequest(
      plan: plan, checks: lesson.checks, feedback: lesson.feedback, seed: seed,
      id: lesson.id, data: lesson.data)
    request.hidden = rules.exercises[plan.number]?.hidden ?? []
    request.workshop = try slot.freshWorkshop()
    let grader = Grader(
      compiler: compiler,
      confinement: isolation?.confinement(in: slot) ?? .none)
    return grader.grade(request)
  }

  private func blank(_ row: ManifestRow) -> SubmissionResult {
    var result = SubmissionResult(
      student: row.student, exercise: row.exercise,
      lesson: lessons[row.exercise]?.id ?? "", submission: row.submission,
      verdict: .graderError, seed: row.seed,
      sandbox: isolation?.isBoxing == true ? .bubblewrap : .none,
      versions: versions)
    result.penalty = row.penalty
    result.host = host
    result.graded = iso8601(now())
    return result
  }

  private func refused(
    _ row: ManifestRow, _ lesson: GradedLesson
  ) -> SubmissionResult {
    var result = blank(row)
    result.verdict = .rejected
    result.message = row.refusal ?? ""
    fill(&result, with: notRun(lesson), of: lesson)
    return result
  }

  private func notRun(_ lesson: GradedLesson) -> [CheckReport] {
    lesson.checks.map {
      judged($0, .skipped(.notRun), in: lesson.feedback)
    }
  }

  private func fill(
    _ result: inout SubmissionResult, from report: Report,
    of lesson: GradedLesson, _ source: String
  ) {
    // Where its checks were run, they say what is wrong.
    if ![.passed, .failed, .notWritten].contains(report.status) {
      result.message = report.diagnostics.reduce(report.message) {
        $0.replacing($1.file, with: withoutFolders($1).file)
      }
    }
    result.diagnostics = lesson.explain(
      report.diagnostics.map(withoutFolders), source)
    result.output = report.output
    result.milliseconds = report.milliseconds
    let checks = report.checks.isEmpty ? notRun(lesson) : report.checks
    fill(&result, with: checks, of: lesson)
    result.signal =
      result.checks.first {
        $0.verdict == result.verdict
      }?.signal
    let failed = result.checks.filter { $0.verdict != .passed }
    if result.verdict != .passed, report.isCompiled, result.message.isEmpty,
      !failed.isEmpty, failed.allSatisfy(\.hidden)
    {
      result.message = "it passes every visible check but fails hidden ones"
    }
  }

  private func fill(
    _ result: inout SubmissionResult, with checks: [CheckReport],
    of lesson: GradedLesson
  ) {
    let rule = rules.exercises[result.exercise] ?? ExerciseRules()
    result.checks = zip(lesson.checks, checks).map { check, report in
      CheckResult(
        report, points: rule.points[check.id] ?? Double(check.points),
        hidden: rule.hidden.contains(check.id))
    }
    result.maxPoints = result.checks.reduce(0) { $0 + $1.maxPoints }
    let earned = result.checks.reduce(0) { $0 + $1.points }
    result.points = earned * (1 - result.penalty)
  }
}

/// A diagnostic whose file is told by its name alone: where the grader keeps
/// its files is nobody's business.
private func withoutFolders(_ diagnostic: Diagnostic) -> Diagnostic {
  var diagnostic = diagnostic
  diagnostic.file =
    diagnostic.file.split(separator: "/").last
    .map(String.init) ?? diagnostic.file
  return diagnostic
}

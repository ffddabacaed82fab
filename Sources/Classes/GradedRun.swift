/// One grading of a class, as the gradebook keeps it.
package struct GradedRun: Sendable, Equatable {
  package var id: Int64

  /// When it was recorded, in ISO 8601.
  package var recorded: String
  package var versions: Versions
  package var results: Int
  package var passed: Int

  package init(
    id: Int64, recorded: String, versions: Versions, results: Int, passed: Int
  ) {
    self.id = id
    self.recorded = recorded
    self.versions = versions
    self.results = results
    self.passed = passed
  }
}

/// A submission that two runs judged differently.
package struct GradeChange: Sendable, Equatable {
  package var student: Student
  package var exercise: Int
  package var attempt: Int

  /// What each run came to; nil where it had no such submission.
  package var before: Grade?
  package var after: Grade?

  package struct Grade: Sendable, Equatable {
    package var verdict: Verdict
    package var points: Double

    package init(verdict: Verdict, points: Double) {
      self.verdict = verdict
      self.points = points
    }
  }

  package init(
    student: Student, exercise: Int, attempt: Int, before: Grade?, after: Grade?
  ) {
    self.student = student
    self.exercise = exercise
    self.attempt = attempt
    self.before = before
    self.after = after
  }
}

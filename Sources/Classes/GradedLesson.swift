package import Checks
package import Grading
package import Lessons

/// An exercise, with everything that is needed to grade it.
package struct GradedLesson: Sendable {
  package var id: String

  /// The exercise, with the model answers of those that it builds on; its
  /// source is replaced by each submission.
  package var plan: Plan
  package var checks: [Check]
  package var feedback: Feedback

  /// The instructor's data set, for the checks that need it.
  package var data: @Sendable () throws -> ClassificationData

  /// Adds what the compiler's messages mean.
  package var explain: @Sendable ([Diagnostic], String) -> [Diagnostic]

  package init(
    id: String, plan: Plan, checks: [Check], feedback: Feedback,
    data: @escaping @Sendable () throws -> ClassificationData,
    explain: @escaping @Sendable ([Diagnostic], String) -> [Diagnostic]
  ) {
    self.id = id
    self.plan = plan
    self.checks = checks
    self.feedback = feedback
    self.data = data
    self.explain = explain
  }
}

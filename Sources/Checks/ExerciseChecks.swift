/// What a lesson knows of its exercise beside its texts: the checks and the
/// derivations.
package struct ExerciseChecks: Sendable {
  /// The lesson's id.
  package let lesson: String
  package let checks: [Check]

  package let derivations: [Derivation]

  package init(
    lesson: String, derivations: [Derivation] = [],
    _ checks: [Check]
  ) {
    self.lesson = lesson
    self.checks = checks
    self.derivations = derivations
  }
}

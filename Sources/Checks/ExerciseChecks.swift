/// The parts of a lesson that are Swift code: the checks of its exercise and
/// its derivations.
package struct ExerciseChecks: Sendable {
  /// The lesson's id.
  package let lesson: String
  package let checks: [Check]

  package let derivations: [Derivation]

  /// The training that the learner can change; nil where nothing is trained.
  package let laboratory: Laboratory?

  package init(
    lesson: String, derivations: [Derivation] = [],
    laboratory: Laboratory? = nil, _ checks: [Check]
  ) {
    self.lesson = lesson
    self.checks = checks
    self.derivations = derivations
    self.laboratory = laboratory
  }
}

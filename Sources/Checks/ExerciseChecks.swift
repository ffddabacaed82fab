/// What a lesson knows of its exercise beside its text: the checks, the hints
/// and the derivations.
package struct ExerciseChecks: Sendable {
  /// The lesson's id.
  package let lesson: String
  package let checks: [Check]

  /// From the gentlest to the last; see ``Hint``.
  package let hints: [Hint]
  package let derivations: [Derivation]

  package init(
    lesson: String, hints: [Hint] = [], derivations: [Derivation] = [],
    _ checks: [Check]
  ) {
    self.lesson = lesson
    self.checks = checks
    self.hints = hints
    self.derivations = derivations
  }
}

/// A step of help for a function that is not right yet.
///
/// The hints of a function are given one after another; the last names the
/// line of thought, never the code.
package struct Hint: Sendable, Equatable {
  /// The full name of the function it helps with.
  package let function: String

  /// The checks and mistakes (by id) that call for it; empty for any.
  package let occasions: [String]

  /// The hint, in Markdown.
  package let text: String

  package init(
    _ function: String, when occasions: [String] = [], _ text: String
  ) {
    self.function = function
    self.occasions = occasions
    self.text = text
  }
}

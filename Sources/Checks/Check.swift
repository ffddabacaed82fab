package import Tensors
package import Wire

/// One thing that must hold of a learner's function.
package struct Check: Sendable {
  package let id: String

  /// What must hold, in words.
  package let title: String

  package let subject: Subject

  /// The anchor of the lesson's section that speaks of it.
  package let section: String?

  package let points: Int

  /// The seconds that a call may take, where it is not the exercise's limit.
  package let seconds: Double?

  let body: @Sendable (Examination) throws -> Failure?

  /// A check written out by hand: nil from `body` is a pass.
  package init(
    _ id: String, _ title: String, of subject: Subject, section: String? = nil,
    points: Int = 1, seconds: Double? = nil,
    body: @escaping @Sendable (Examination) throws -> Failure?
  ) {
    self.id = id
    self.title = title
    self.subject = subject
    self.section = section
    self.points = points
    self.seconds = seconds
    self.body = body
  }
}

/// Why a check failed.
package struct Failure: Sendable, Equatable {
  package var message: String
  package var counterexample: Counterexample?

  /// The recognised mistake's id.
  package var mistake: String?

  /// The section of the recognised mistake.
  package var section: String?

  package init(
    _ message: String, counterexample: Counterexample? = nil,
    mistake: String? = nil, section: String? = nil
  ) {
    self.message = message
    self.counterexample = counterexample
    self.mistake = mistake
    self.section = section
  }
}

/// Draws the arguments of a trial.
///
/// The trial's number, from 0, lets the first ones be small; it may be higher
/// than the check's count of trials, because a diagnosis draws more.
package typealias Inputs =
  @Sendable (inout SeededGenerator, Int) -> [WireValue]

extension Check {
  /// The function agrees with its reference.
  ///
  /// A disagreement is shrunk to a small input and compared with the known
  /// mistakes.
  package static func agrees(
    _ id: String, _ title: String, _ subject: Subject,
    within tolerance: Tolerance = .float32, section: String? = nil,
    points: Int = 1, trials: Int = 8, inputs: @escaping Inputs
  ) -> Check {
    Check(id, title, of: subject, section: section, points: points) {
      examination in
      try examination.search(
        subject, trials: trials, within: tolerance, inputs: inputs
      ) { trial in
        difference(
          of: trial.received, from: trial.expected, within: tolerance
        ).map { Violation($0, expected: shown(trial.expected)) }
      }
    }
  }

  /// A property holds of what the function returns.
  ///
  /// The shape has been compared with the reference's before `property` is
  /// asked; it returns how the property is violated, or nil.
  package static func holds(
    _ id: String, _ title: String, _ subject: Subject,
    within tolerance: Tolerance = .float32, section: String? = nil,
    points: Int = 1, trials: Int = 8, inputs: @escaping Inputs,
    property: @escaping @Sendable (Trial) throws -> Violation?
  ) -> Check {
    Check(id, title, of: subject, section: section, points: points) {
      examination in
      try examination.search(
        subject, trials: trials, within: tolerance, inputs: inputs,
        violation: property)
    }
  }
}

/// How one answer is wrong.
package struct Violation: Sendable, Equatable {
  /// What is wrong, in words.
  package var words: String

  /// What should have come, as shown to the learner.
  package var expected: String

  package init(_ words: String, expected: String) {
    self.words = words
    self.expected = expected
  }
}

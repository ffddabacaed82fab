package import Tensors
package import Wire

/// One thing that must hold of a learner's function.
package struct Check: Sendable {
  /// Its title stands under this id in the lesson's feedback.
  package let id: String

  package let subject: Subject

  /// The anchor of the lesson's section that speaks of it.
  package let section: String?

  package let points: Int

  /// The seconds that a call may take, where it is not the exercise's limit.
  package let seconds: Double?

  let body: @Sendable (Examination) throws -> Failure?

  /// A check written out by hand: nil from `body` is a pass.
  package init(
    _ id: String, of subject: Subject, section: String? = nil,
    points: Int = 1, seconds: Double? = nil,
    body: @escaping @Sendable (Examination) throws -> Failure?
  ) {
    self.id = id
    self.subject = subject
    self.section = section
    self.points = points
    self.seconds = seconds
    self.body = body
  }
}

/// Why a check failed.
package struct Failure: Sendable, Equatable {
  package var remark: Remark
  package var counterexample: Counterexample?

  /// What holds between the answers and the right ones; nil where a mistake
  /// is known, or nothing is sure.
  package var relation: Relation?

  /// The section that speaks of it, where it is neither the mistake's nor the
  /// check's.
  package var section: String?

  package init(
    _ remark: Remark, counterexample: Counterexample? = nil,
    section: String? = nil
  ) {
    self.remark = remark
    self.counterexample = counterexample
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
    _ id: String, _ subject: Subject,
    within tolerance: Tolerance = .float32, section: String? = nil,
    points: Int = 1, trials: Int = 8, seconds: Double? = nil,
    inputs: @escaping Inputs
  ) -> Check {
    Check(
      id, of: subject, section: section, points: points, seconds: seconds
    ) { examination in
      try examination.search(
        subject, trials: trials, within: tolerance, inputs: inputs
      ) { trial in
        difference(
          of: trial.received, from: trial.expected, within: tolerance,
          parts: subject.parts
        ).map { Violation(.words($0)) }
      }
    }
  }

  /// A property holds of what the function returns.
  ///
  /// The shape has been compared with the reference's before `property` is
  /// asked; it returns how the property is violated, or nil.
  package static func holds(
    _ id: String, _ subject: Subject,
    within tolerance: Tolerance = .float32, section: String? = nil,
    points: Int = 1, trials: Int = 8, seconds: Double? = nil,
    inputs: @escaping Inputs,
    property: @escaping @Sendable (Trial) throws -> Violation?
  ) -> Check {
    Check(
      id, of: subject, section: section, points: points, seconds: seconds
    ) { examination in
      try examination.search(
        subject, trials: trials, within: tolerance, inputs: inputs,
        violation: property)
    }
  }
}

/// How one answer is wrong.
package struct Violation: Sendable, Equatable {
  package var remark: Remark

  /// What should have come, as shown to the learner; nil for what the
  /// reference gives.
  package var expected: String?

  package init(_ remark: Remark, expected: String? = nil) {
    self.remark = remark
    self.expected = expected
  }

  /// A violation told by a sentence of the lesson's feedback.
  package init(
    _ id: String, _ values: Remark.Values = [:], expected: String? = nil
  ) {
    self.init(.sentence(id, values), expected: expected)
  }
}

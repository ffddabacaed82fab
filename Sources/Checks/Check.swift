package import Tensors
package import Wire

/// One requirement on a learner's function.
package struct Check: Sendable {
  /// The key of its title in the lesson's feedback.
  package let id: String

  package let subject: Subject

  /// The anchor of the lesson's section about it.
  package let section: String?

  package let points: Int

  /// The time limit for a call, in seconds; nil for the exercise's limit.
  package let seconds: Double?

  let body: @Sendable (Examination) throws -> Failure?

  /// How its arguments are drawn; nil for a check written out by hand.
  package let inputs: Inputs?

  /// Creates a check from a closure, which returns nil to pass.
  package init(
    _ id: String, of subject: Subject, section: String? = nil,
    points: Int = 1, seconds: Double? = nil, inputs: Inputs? = nil,
    body: @escaping @Sendable (Examination) throws -> Failure?
  ) {
    self.id = id
    self.subject = subject
    self.section = section
    self.points = points
    self.seconds = seconds
    self.inputs = inputs
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

  /// The section about it, if it is neither the mistake's nor the check's.
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

/// How many inputs a check draws, unless it says otherwise.
package let usualTrials = 8

/// Draws the arguments of a trial.
///
/// The trial's number, counting from 0, lets the first arguments be small. It
/// may exceed the check's number of trials, because a diagnosis draws more.
package typealias Inputs =
  @Sendable (inout SeededGenerator, Int) -> [WireValue]

extension Check {
  /// Checks that the function agrees with its reference.
  ///
  /// A disagreement is shrunk to a small input and compared with the known
  /// mistakes.
  package static func agrees(
    _ id: String, _ subject: Subject,
    within tolerance: Tolerance = .float32, section: String? = nil,
    points: Int = 1, trials: Int = usualTrials, seconds: Double? = nil,
    inputs: @escaping Inputs
  ) -> Check {
    Check(
      id, of: subject, section: section, points: points, seconds: seconds,
      inputs: inputs
    ) { examination in
      try examination.search(
        subject, trials: trials, within: tolerance, inputs: inputs,
        repeatsCalls: true
      ) { trial in
        difference(
          of: trial.received, from: trial.expected, within: tolerance,
          parts: subject.parts
        ).map { Violation(.words($0)) }
      }
    }
  }

  /// Checks that a property holds for what the function returns.
  ///
  /// `property` returns how the property is violated, or nil. It alone judges;
  /// `tolerance` only decides which known mistake an answer agrees with. It is
  /// called only if the answer has the reference's shape. If the property holds
  /// for inputs of every kind, `repeatsCalls` lets each call be followed by one
  /// that differs in a single argument.
  package static func holds(
    _ id: String, _ subject: Subject,
    within tolerance: Tolerance = .float32, section: String? = nil,
    points: Int = 1, trials: Int = usualTrials, seconds: Double? = nil,
    repeatsCalls: Bool = false, inputs: @escaping Inputs,
    property: @escaping @Sendable (Trial) throws -> Violation?
  ) -> Check {
    Check(
      id, of: subject, section: section, points: points, seconds: seconds,
      inputs: inputs
    ) { examination in
      try examination.search(
        subject, trials: trials, within: tolerance, inputs: inputs,
        repeatsCalls: repeatsCalls, violation: property)
    }
  }
}

/// How one answer is wrong.
package struct Violation: Sendable, Equatable {
  package var remark: Remark

  /// The expected answer, as shown to the learner; nil for the reference's
  /// answer.
  package var expected: String?

  /// The received answer, as shown; nil for all of it.
  package var received: String?

  package init(
    _ remark: Remark, expected: String? = nil, received: String? = nil
  ) {
    self.remark = remark
    self.expected = expected
    self.received = received
  }

  /// Creates a violation that is described by a sentence of the lesson's
  /// feedback.
  package init(
    _ id: String, _ values: Remark.Values = [:], expected: String? = nil
  ) {
    self.init(.sentence(id, values), expected: expected)
  }
}

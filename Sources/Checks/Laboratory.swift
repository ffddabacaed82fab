/// What a learner can change about a training that is not graded.
package enum Knob: String, Sendable, CaseIterable {
  case rate
  case batch
  case epochs
  case momentum
  case decay
  case hidden
  case examples
  case seed
}

/// How a training that is not graded is to go; nil leaves a setting to the
/// learner's own functions.
package struct TrainingSettings: Sendable, Equatable, Codable {
  package var rate: Float?
  package var batch = 256
  package var epochs = 10
  package var momentum: Float?
  package var decay: Float?
  /// The units of a hidden layer; nil for none.
  package var hidden: Int?
  /// How many of the training images are used; nil for all.
  package var examples: Int?
  package var seed: UInt64

  package init(seed: UInt64) { self.seed = seed }
}

/// A training with the learner's functions whose settings the learner chooses.
package struct Laboratory: Sendable {
  /// What can be changed.
  package let knobs: Set<Knob>

  /// Trains, records every epoch and keeps the model; the failure says why the
  /// training came to no end.
  package let check: @Sendable (TrainingSettings) -> Check

  package init(
    _ knobs: Set<Knob>, check: @escaping @Sendable (TrainingSettings) -> Check
  ) {
    self.knobs = knobs
    self.check = check
  }
}

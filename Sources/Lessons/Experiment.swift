/// What a question about the learner's own training runs compares.
///
/// Its options are runs that differ in one setting; the right one is the run
/// that ended best.
package struct Experiment: Sendable, Equatable {
  /// A setting of a training.
  package enum Setting: String, Sendable, CaseIterable {
    case rate, batch, epochs, momentum, decay, hidden, examples, seed
  }

  /// What a training ends with, and what of it is best.
  package enum Measure: String, Sendable, CaseIterable {
    /// The highest accuracy on the test pictures.
    case testAccuracy = "test-accuracy"
    /// The highest accuracy on the training pictures.
    case trainAccuracy = "train-accuracy"
    /// The lowest loss on the training pictures.
    case loss
    /// The smallest training accuracy less test accuracy.
    case gap
  }

  package var vary: Setting
  package var measure: Measure
  /// How many different values of the setting must have been tried.
  package var runs: Int

  package init(vary: Setting, measure: Measure, runs: Int) {
    self.vary = vary
    self.measure = measure
    self.runs = runs
  }
}

extension Experiment {
  init(_ record: Record) throws(LessonError) {
    vary = try record.oneOf("vary")
    measure = try record.oneOf("measure")
    runs = try record.integer("runs")
    guard (2...6).contains(runs) else {
      throw record.mistake(
        "runs", "a question cannot compare \(runs) runs", "ask for 2 to 6")
    }
  }
}

extension Record {
  fileprivate func oneOf<Choice: RawRepresentable<String> & CaseIterable>(
    _ key: String
  ) throws(LessonError) -> Choice {
    let name = try string(key)
    guard let choice = Choice(rawValue: name) else {
      throw mistake(
        key, "there is no `\(key): \(name)`",
        "write one of "
          + Choice.allCases.map(\.rawValue).joined(separator: ", "))
    }
    return choice
  }
}

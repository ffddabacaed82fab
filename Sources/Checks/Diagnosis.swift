internal import Wire

extension Examination {
  /// The known mistake that gives the very answers received; nil where none
  /// does.
  ///
  /// A suspect is tried on further inputs: one that fits by coincidence does
  /// not fit for long, and where two fit, more inputs tell them apart. Where
  /// none does, the first listed is named.
  func diagnose(
    _ observations: [Observation], subject: Subject,
    within tolerance: Tolerance, inputs: @escaping Inputs
  ) -> KnownMistake? {
    var suspects = subject.mistakes.filter { mistake in
      observations.allSatisfy { mistake.fits($0, within: tolerance) }
    }
    // The check's own inputs and those that tell mistakes apart take turns,
    // unless the former are so large that the learner would wait.
    let areLarge = observations.contains { $0.size > 10_000 }
    for number in 0..<32 where !suspects.isEmpty {
      if number >= 8 && suspects.count == 1 { break }
      let draw =
        areLarge || number % 2 == 1 ? subject.telling ?? inputs : inputs
      let arguments = draw(&random, number / 2)
      guard let received = try? call(subject.name, arguments) else {
        // Who gives no answer here makes a mistake that gives none.
        let silent = suspects.filter { (try? $0.imitation(arguments)) == nil }
        return silent.first ?? suspects.first
      }
      let another = Observation(arguments: arguments, received: received)
      suspects = suspects.filter { $0.fits(another, within: tolerance) }
    }
    return suspects.first
  }
}

extension KnownMistake {
  /// Whether the mistake gives the very answer received.
  func fits(_ observation: Observation, within tolerance: Tolerance) -> Bool {
    guard let imitated = try? imitation(observation.arguments) else {
      return false
    }
    return difference(
      of: observation.received, from: imitated, within: tolerance,
      nanEqualsNaN: true) == nil
  }
}

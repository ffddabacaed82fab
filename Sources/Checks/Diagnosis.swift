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
    within tolerance: Tolerance, inputs: Inputs
  ) -> KnownMistake? {
    func fits(_ mistake: KnownMistake, _ observation: Observation) -> Bool {
      guard let imitated = try? mistake.imitation(observation.arguments) else {
        return false
      }
      return difference(
        of: observation.received, from: imitated, within: tolerance,
        nanEqualsNaN: true) == nil
    }
    var suspects = subject.mistakes.filter { mistake in
      observations.allSatisfy { fits(mistake, $0) }
    }
    let confirmations = 4
    for number in 0..<Self.diagnosticTrials where !suspects.isEmpty {
      if number >= confirmations && suspects.count == 1 { break }
      let arguments = inputs(&random, number)
      guard let received = try? call(subject.name, arguments) else { break }
      let another = Observation(arguments: arguments, received: received)
      suspects = suspects.filter { fits($0, another) }
    }
    return suspects.first
  }

  /// At most this many further inputs are tried to tell mistakes apart.
  private static let diagnosticTrials = 16
}

internal import Wire

extension Examination {
  /// The known mistake that gives the very answers received; nil where none
  /// does.
  ///
  /// Where the answers seen so far fit two mistakes, other inputs are tried
  /// until one is left; where none tells them apart, the first listed is
  /// named.
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
    for number in 0..<16 where suspects.count > 1 {
      let arguments = inputs(&random, number)
      guard let received = try? call(subject.name, arguments) else { break }
      let another = Observation(arguments: arguments, received: received)
      let rest = suspects.filter { fits($0, another) }
      if !rest.isEmpty { suspects = rest }
    }
    return suspects.first
  }
}

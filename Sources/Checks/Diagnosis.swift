internal import Wire

extension Examination {
  /// The known mistake that gives exactly the received answers; nil if none
  /// does.
  ///
  /// A suspect is tried on more inputs: one that fits by coincidence soon fails
  /// to fit, and more inputs tell apart two that fit. If they do not, the first
  /// one listed is returned.
  func diagnose(
    _ observations: [Observation], subject: Subject,
    within tolerance: Tolerance, inputs: @escaping Inputs
  ) -> KnownMistake? {
    // The last observation is the failed one; a mistake that is right there
    // explains nothing.
    var suspects = subject.mistakes.filter { mistake in
      observations.allSatisfy { mistake.fits($0, within: tolerance) }
        && observations.last.map {
          mistake.isWrong(about: $0, within: tolerance)
        } == true
    }
    // Alternate between the check's own inputs and those that tell mistakes
    // apart, unless the former are so large that the learner would have to
    // wait.
    let areLarge = observations.contains { $0.size > 10_000 }
    for number in 0..<32 where !suspects.isEmpty {
      if number >= 8 && suspects.count == 1 { break }
      let draw =
        areLarge || number % 2 == 1 ? subject.telling ?? inputs : inputs
      let arguments = draw(&random, number / 2)
      guard let received = try? call(subject, arguments),
        let expected = try? subject.reference(arguments)
      else {
        // The function gives no answer here, so prefer a mistake that gives
        // none either.
        let silent = suspects.filter { (try? $0.imitation(arguments)) == nil }
        return silent.first ?? suspects.first
      }
      let another = Observation(
        arguments: arguments, received: received, expected: expected)
      suspects = suspects.filter { $0.fits(another, within: tolerance) }
    }
    return suspects.first
  }
}

extension KnownMistake {
  /// Whether the mistake's answer differs from the correct one.
  fileprivate func isWrong(
    about observation: Observation, within tolerance: Tolerance
  ) -> Bool {
    guard let imitated = try? imitation(observation.arguments) else {
      return true
    }
    return difference(
      of: imitated, from: observation.expected, within: tolerance) != nil
  }

  /// Whether the mistake gives exactly the received answer.
  ///
  /// If the answer has several parts, those that the mistake leaves right may
  /// be wrong for another reason.
  func fits(_ observation: Observation, within tolerance: Tolerance) -> Bool {
    guard let imitated = try? imitation(observation.arguments) else {
      return false
    }
    func differs(_ a: WireValue, _ b: WireValue) -> Bool {
      difference(of: a, from: b, within: tolerance, nanEqualsNaN: true) != nil
    }
    guard case .list(let received) = observation.received,
      case .list(let expected) = observation.expected,
      case .list(let wrong) = imitated,
      received.count == expected.count, wrong.count == expected.count,
      mismatch(of: observation.received, with: imitated) == nil
    else { return !differs(observation.received, imitated) }
    let touched = wrong.indices.filter { differs(wrong[$0], expected[$0]) }
    return touched.isEmpty
      ? !differs(observation.received, imitated)
      : touched.allSatisfy { !differs(received[$0], wrong[$0]) }
  }
}

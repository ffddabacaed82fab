package import Tensors
package import Wire

/// One set of arguments, with the received and the expected answer.
package struct Trial {
  package let arguments: [WireValue]
  package let received: WireValue
  package let expected: WireValue

  let subject: Subject
  let examination: Examination

  /// Calls the same function with other arguments; throws if the answer does
  /// not have the shape of the reference's.
  package func call(_ arguments: [WireValue]) throws -> WireValue {
    let value = try examination.call(subject, arguments)
    let reference = try subject.reference(arguments)
    if let words = mismatch(of: value, with: reference) {
      throw MisshapenAnswer(words: words)
    }
    return value
  }

  /// The received tensor; empty if the answer is not a tensor.
  package var tensor: Tensor { received.tensor }

  /// Argument `index` as a tensor; empty if it is not one.
  package func tensor(_ index: Int) -> Tensor { arguments[index].tensor }
}

extension WireValue {
  /// This value as a tensor; empty if it is not one.
  ///
  /// Use it for values whose kind has already been checked.
  package var tensor: Tensor {
    if case .tensor(let tensor) = self {
      tensor
    } else {
      Tensor([], shape: [0])
    }
  }
}

extension WireValue {
  /// Whether all numbers in the value are finite.
  fileprivate var isFinite: Bool {
    switch self {
    case .tensor(let tensor): tensor.values.allSatisfy(\.isFinite)
    case .float(let number): number.isFinite
    case .double(let number): number.isFinite
    default: true
    }
  }
}

/// An answer to a property's own call that does not have the reference's shape.
struct MisshapenAnswer: Error {
  let words: String
}

/// One call and its answer, as evidence for a diagnosis.
struct Observation {
  let arguments: [WireValue]
  let received: WireValue
  let expected: WireValue

  var size: Int { arguments.totalSize }
}

extension [WireValue] {
  /// How many numbers the values hold.
  var totalSize: Int {
    reduce(0) { sum, value in
      switch value {
      case .tensor(let tensor): sum + tensor.values.count
      case .integers(let numbers): sum + numbers.count
      case .bytes(let bytes): sum + bytes.count
      default: sum + 1
      }
    }
  }
}

extension Examination {
  /// Calls the function of a subject, or its stand-in.
  func call(
    _ subject: Subject, _ arguments: [WireValue]
  ) throws(Interruption) -> WireValue {
    try call(
      subject.asking, arguments, shownAs: subject.display?.call(arguments))
  }

  /// Looks for arguments for which the function's answer is wrong; nil if no
  /// trial finds any.
  func search(
    _ subject: Subject, trials: Int, within tolerance: Tolerance,
    inputs: @escaping Inputs, repeatsCalls: Bool = false,
    violation: (Trial) throws -> Violation?
  ) throws -> Failure? {
    var observations: [Observation] = []
    func attempt(_ arguments: [WireValue]) throws -> Finding? {
      let received = try call(subject, arguments)
      let expected = try subject.reference(arguments)
      observations.append(
        Observation(
          arguments: arguments, received: received, expected: expected))
      let finding = { (violation: Violation) in
        Finding(
          arguments: arguments, received: received, expected: expected,
          violation: violation)
      }
      if let words = mismatch(of: received, with: expected) {
        return finding(Violation(.words(words)))
      }
      let trial = Trial(
        arguments: arguments, received: received, expected: expected,
        subject: subject, examination: self)
      do {
        return try violation(trial).map(finding)
      } catch let error as MisshapenAnswer {
        return finding(Violation(.words(error.words)))
      }
    }
    for number in 0..<trials {
      let arguments = inputs(&random, number)
      var found = try attempt(arguments)
      if repeatsCalls, found == nil,
        let next = neighbor(of: arguments, number), subject.promises(next),
        (try? subject.reference(next)) != nil
      {
        found = try attempt(next)
      }
      guard let found else { continue }
      guard explainsFailures else {
        return found.failure(of: subject, mistake: nil)
      }
      let seen = observations
      let mistake = diagnose(
        seen, subject: subject, within: tolerance, inputs: inputs)
      let relation =
        mistake == nil
        ? relation(in: seen, of: subject, within: tolerance, inputs: inputs)
        : nil
      let smallest = try shrink(found, axes: subject.axes) { arguments in
        guard subject.promises(arguments),
          let smaller = try attempt(arguments),
          smaller.isAlike(found, mistake: mistake, within: tolerance)
        else { return nil }
        return smaller
      }
      var failure = smallest.failure(of: subject, mistake: mistake)
      failure.relation = relation
      return failure
    }
    return nil
  }
}

/// Arguments for which the answer is wrong.
struct Finding {
  let arguments: [WireValue]
  let received: WireValue
  let expected: WireValue
  let violation: Violation

  /// Whether this answer is wrong in the same way as another, so that the
  /// smaller input shows the same mistake.
  func isAlike(
    _ other: Finding, mistake: KnownMistake?, within tolerance: Tolerance
  ) -> Bool {
    guard let mistake else {
      return received.isFinite == other.received.isFinite
    }
    let observation = Observation(
      arguments: arguments, received: received, expected: expected)
    return mistake.fits(observation, within: tolerance)
  }

  func failure(of subject: Subject, mistake: KnownMistake?) -> Failure {
    Failure(
      mistake.map { .mistake($0.key, $0.values) } ?? violation.remark,
      counterexample: Counterexample(
        arguments: subject.shownCall(arguments),
        expected: violation.expected ?? subject.shown(expected),
        received: subject.shown(received)))
  }
}

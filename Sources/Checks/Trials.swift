package import Tensors
package import Wire

/// One set of arguments, what came and what should have come.
package struct Trial {
  package let arguments: [WireValue]
  package let received: WireValue
  package let expected: WireValue

  let subject: Subject
  let examination: Examination

  /// Calls the same function on other arguments; what comes has the shape
  /// that the reference gives there.
  package func call(_ arguments: [WireValue]) throws -> WireValue {
    let value = try examination.call(subject, arguments)
    let reference = try subject.reference(arguments)
    if let words = mismatch(of: value, with: reference) {
      throw MisshapenAnswer(words: words)
    }
    return value
  }

  /// The tensor received; empty where none came.
  package var tensor: Tensor { received.tensor }

  /// The tensor that is argument `index`; empty where it is none.
  package func tensor(_ index: Int) -> Tensor { arguments[index].tensor }
}

extension WireValue {
  /// The tensor that this value is; an empty one where it is none.
  ///
  /// For values whose kind has been compared already.
  package var tensor: Tensor {
    if case .tensor(let tensor) = self {
      tensor
    } else {
      Tensor([], shape: [0])
    }
  }
}

extension WireValue {
  /// Whether no number of a tensor, or the number itself, is NaN or infinite.
  fileprivate var isFinite: Bool {
    switch self {
    case .tensor(let tensor): tensor.values.allSatisfy(\.isFinite)
    case .float(let number): number.isFinite
    case .double(let number): number.isFinite
    default: true
    }
  }
}

/// An answer of another shape than the reference's, within a property.
struct MisshapenAnswer: Error {
  let words: String
}

/// One call and its answer: what a diagnosis is made from.
struct Observation {
  let arguments: [WireValue]
  let received: WireValue
  let expected: WireValue

  /// How many numbers the arguments hold.
  var size: Int {
    arguments.reduce(0) { sum, value in
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
  /// Calls the function of a subject, or what stands for it.
  func call(
    _ subject: Subject, _ arguments: [WireValue]
  ) throws(Interruption) -> WireValue {
    try call(
      subject.asking, arguments, shownAs: subject.display?.call(arguments))
  }

  /// Looks for arguments on which the function's answer is wrong; nil where
  /// none of the trials finds any.
  func search(
    _ subject: Subject, trials: Int, within tolerance: Tolerance,
    inputs: @escaping Inputs, violation: (Trial) throws -> Violation?
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
      guard let found = try attempt(arguments) else { continue }
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

/// Arguments on which an answer is wrong.
struct Finding {
  let arguments: [WireValue]
  let received: WireValue
  let expected: WireValue
  let violation: Violation

  /// Whether this answer is wrong in the way in which the other one is, so
  /// that the smaller input shows the same mistake and not another.
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

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

  /// How many numbers the arguments hold.
  var size: Int { arguments.totalSize }

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

/// An answer to a property's own call that does not have the reference's shape.
struct MisshapenAnswer: Error {
  let words: String
}

extension Examination {
  /// Calls the function of a subject, or its stand-in.
  func call(
    _ subject: Subject, _ arguments: [WireValue]
  ) throws(Interruption) -> WireValue {
    try call(
      subject.asking, arguments, shownAs: subject.display?.call(arguments))
  }

  /// Tries a function, or what stands for it, on some arguments.
  func trial(
    of subject: Subject, on arguments: [WireValue]
  ) throws -> Trial {
    Trial(
      arguments: arguments, received: try call(subject, arguments),
      expected: try subject.reference(arguments), subject: subject,
      examination: self)
  }

  /// Looks for arguments for which the function's answer is wrong; nil if no
  /// trial finds any.
  func search(
    _ subject: Subject, trials: Int, within tolerance: Tolerance,
    inputs: @escaping Inputs, repeatsCalls: Bool = false,
    violation: (Trial) throws -> Violation?
  ) throws -> Failure? {
    var tried: [Trial] = []
    func attempt(_ arguments: [WireValue]) throws -> FailedTrial? {
      let trial = try trial(of: subject, on: arguments)
      tried.append(trial)
      if let words = mismatch(of: trial.received, with: trial.expected) {
        return (trial, Violation(.words(words)))
      }
      do {
        return try violation(trial).map { (trial, $0) }
      } catch let error as MisshapenAnswer {
        return (trial, Violation(.words(error.words)))
      }
    }
    for number in 0..<trials {
      let arguments = inputs(&random, number)
      var found: FailedTrial?
      do {
        found = try attempt(arguments)
      } catch let interruption as Interruption {
        guard explainsFailures, let silence = interruption.silence else {
          throw interruption
        }
        let call = lastCall
        let mistake = silentMistake(
          on: arguments, of: subject, after: interruption, within: tolerance,
          inputs: inputs)
        var byte: DecidingByte?
        if mistake == nil, case .threw = interruption {
          byte = decidingByte(of: arguments, for: subject)
        }
        lastCall = call
        let remark = mistake.map { Remark.mistake($0.key, $0.values) }
        // The judge explains a crash.
        guard let remark = remark ?? interruption.remark(but: byte) else {
          throw interruption
        }
        return Failure(
          remark,
          counterexample: Counterexample(
            arguments: subject.shownCall(arguments),
            expected: subject.shown(try subject.reference(arguments)),
            received: silence))
      }
      if repeatsCalls, found == nil,
        let next = neighbor(of: arguments, number), subject.promises(next),
        (try? subject.reference(next)) != nil
      {
        found = try attempt(next)
      }
      guard let found else { continue }
      guard explainsFailures else {
        return failure(found, mistake: nil, within: tolerance)
      }
      let seen = tried
      let mistake = diagnose(
        seen, subject: subject, within: tolerance, inputs: inputs)
      let relation =
        mistake == nil && found.violation.remark.mistake == nil
        ? knownRelation
          ?? relation(in: seen, of: subject, within: tolerance, inputs: inputs)
        : nil
      let claim = relation.flatMap {
        $0.isShown(by: found.trial, within: tolerance) ? $0 : nil
      }
      // What was drawn on purpose, against the promise, may be shown.
      let isPromised = subject.promises(found.trial.arguments)
      // The one input of a check is the lesson's own; it is shown as it is.
      let isOwn =
        trials == 1
        && found.trial.arguments.reduce(0) { $0 + $1.numbers } <= 24
      let smallest =
        try isOwn
        ? found
        : shrink(found, axes: subject.axes) {
          arguments in
          guard !isPromised || subject.promises(arguments),
            let smaller = try attempt(arguments),
            smaller.trial.isAlike(
              found.trial, mistake: mistake, within: tolerance),
            claim?.isShown(by: smaller.trial, within: tolerance) ?? true
          else { return nil }
          return smaller
        }
      var failure = failure(smallest, mistake: mistake, within: tolerance)
      failure.relation = relation
      return failure
    }
    return nil
  }

  private func failure(
    _ found: FailedTrial, mistake: KnownMistake?, within tolerance: Tolerance
  ) -> Failure {
    let (trial, violation) = found
    let subject = trial.subject
    let arguments = subject.shownCall(trial.arguments)
    let plain = Counterexample(
      arguments: arguments, expected: trial.expected, received: trial.received)
    let parts = subject.wrongParts(
      of: trial.received, from: trial.expected, within: tolerance)
    var example = Counterexample(
      arguments: arguments,
      expected: violation.expected ?? parts?.expected
        ?? subject.shown(trial.expected),
      received: violation.received ?? parts?.received
        ?? subject.shown(trial.received))
    // The places are those of the plain form.
    if example.expected == plain.expected, example.received == plain.received {
      example = plain
    }
    let remark = mistake.map { mistake in
      // Its words may say with {example} what was seen of it.
      guard case .sentence = violation.remark else {
        return Remark.mistake(mistake.key, mistake.values)
      }
      return .mistake(
        mistake.key, mistake.values.adding("example", violation.remark))
    }
    return Failure(remark ?? violation.remark, counterexample: example)
  }
}

/// A call whose answer is wrong, and what is wrong with it.
typealias FailedTrial = (trial: Trial, violation: Violation)

extension Trial {
  /// Whether this answer is wrong in the way in which the other one is, so
  /// that the smaller input shows the same mistake and not another.
  fileprivate func isAlike(
    _ other: Trial, mistake: KnownMistake?, within tolerance: Tolerance
  ) -> Bool {
    mistake?.fits(self, within: tolerance)
      ?? (received.isFinite == other.received.isFinite)
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

extension WireValue {
  /// How many numbers it holds.
  fileprivate var numbers: Int {
    switch self {
    case .tensor(let tensor): tensor.count
    case .integers(let numbers): numbers.count
    case .bytes(let bytes): bytes.count
    case .list(let values): values.reduce(0) { $0 + $1.numbers }
    case .float, .double, .integer, .boolean, .text: 1
    }
  }
}

internal import Tensors
internal import Wire

extension Examination {
  /// The known mistake that gives exactly the received answers; nil if none
  /// does.
  ///
  /// A suspect is tried on more inputs: one that fits by coincidence soon fails
  /// to fit, and more inputs tell apart two that fit. If they do not, the first
  /// one listed is returned.
  func diagnose(
    _ trials: [Trial], subject: Subject,
    within tolerance: Tolerance, inputs: @escaping Inputs
  ) -> KnownMistake? {
    // The last observation is the failed one; a mistake that is right there
    // explains nothing.
    var suspects = subject.mistakes.filter { mistake in
      trials.allSatisfy { mistake.fits($0, within: tolerance) }
        && trials.last.map {
          mistake.isWrong(about: $0, within: tolerance)
        } == true
    }
    // The check's own inputs and those that tell mistakes apart take turns,
    // unless the former are so large that the learner would wait.
    let areLarge = trials.contains { $0.size > 10_000 }
    var silences = 0
    for number in 0..<32 where !suspects.isEmpty {
      if number >= 8 && suspects.count == 1 { break }
      let draw =
        areLarge || number % 2 == 1 ? subject.telling ?? inputs : inputs
      let arguments = draw(&random, number / 2)
      do {
        let another = try trial(of: subject, on: arguments)
        suspects = suspects.filter { $0.fits(another, within: tolerance) }
      } catch let interruption as Interruption {
        // The function gives no answer here, and nor does the mistake.
        silences += 1
        suspects = suspects.filter {
          $0.signs != nil || (try? $0.imitation(arguments)) == nil
        }
        if silences == 3 || interruption.silence == nil { break }
      } catch {
        break
      }
    }
    suspects = suspects.filter { hold($0, for: subject, within: tolerance) }
    return trials.last.flatMap { suspects.first?.settled(by: $0) }
  }

  /// Whether a mistake also fits the inputs of the function's other checks,
  /// where these are ordinary, neither large nor a single number, and keep the
  /// function's promise: elsewhere, right answers may differ.
  ///
  /// Those may be accurate to fewer digits.
  private func hold(
    _ suspect: KnownMistake, for subject: Subject, within tolerance: Tolerance
  ) -> Bool {
    let loose = Tolerance(
      relative: max(tolerance.relative, 1e-3),
      absolute: max(tolerance.absolute, 1e-3))
    return otherInputs.allSatisfy { draw in
      let arguments = draw(&random, 1)
      guard arguments.allSatisfy(\.isOrdinary), arguments.totalSize < 10_000,
        arguments.contains(where: { [$0].totalSize > 1 }),
        subject.promises(arguments),
        suspect.signs != nil || (try? suspect.imitation(arguments)) != nil,
        let another = try? trial(of: subject, on: arguments)
      else { return true }
      return suspect.fits(another, within: loose)
    }
  }

  /// The known mistake that explains why the function gave no answer to these
  /// arguments; nil if there is none.
  ///
  /// A crash takes long, so once a mistake is found the search is not repeated.
  func silentMistake(
    on arguments: [WireValue], of subject: Subject,
    after interruption: Interruption,
    within tolerance: Tolerance, inputs: @escaping Inputs
  ) -> KnownMistake? {
    switch silence {
    case .unexplained: return nil
    case .mistake(let known) where (try? known.imitation(arguments)) == nil:
      return known
    case .mistake, .unsought: break
    }
    // It only matters whether it crashes.
    let before = callee.explainsCrashes
    callee.explainsCrashes = false
    defer { callee.explainsCrashes = before }
    let found = try? soughtMistake(
      on: arguments, of: subject, after: interruption, within: tolerance,
      inputs: inputs)
    if let found { silence = .mistake(found) }
    return found
  }

  /// The known mistake that gives answers, and gives none, where the function
  /// does, which gave none to these arguments.
  ///
  /// Throws where the function takes too long, rather than wait for it again.
  private func soughtMistake(
    on arguments: [WireValue], of subject: Subject,
    after interruption: Interruption,
    within tolerance: Tolerance, inputs: @escaping Inputs
  ) throws -> KnownMistake? {
    func answer(to arguments: [WireValue]) throws(Interruption) -> WireValue? {
      do {
        return try call(subject, arguments)
      } catch {
        guard error.silence != nil else { throw error }
        return nil
      }
    }
    // A crash takes long, so the usual inputs are the same for all mistakes.
    var usual: [(arguments: [WireValue], answer: WireValue?)] = []
    func usualCall(
      _ number: Int
    ) throws(Interruption) -> (arguments: [WireValue], answer: WireValue?) {
      while usual.count <= number {
        let draw = subject.telling ?? inputs
        let arguments = draw(&random, usual.count)
        usual.append((arguments, try answer(to: arguments)))
      }
      return usual[number]
    }
    return try subject.mistakes.first { mistake in
      if mistake.throwsErrors, case .crashed = interruption { return false }
      var isSilent = true
      let fits = try (0..<8).allSatisfy { number in
        let isAllowed = number % 2 == 1 || mistake.answered == nil
        let (others, answer) =
          if !isAllowed, let arguments = mistake.answered?(&random, number / 2)
          {
            (arguments, try answer(to: arguments))
          } else {
            try usualCall(mistake.answered == nil ? number : number / 2)
          }
        let imitated = try? mistake.imitation(others)
        guard let imitated, let answer else {
          return imitated == nil && answer == nil
        }
        isSilent = false
        // A disallowed answer is this mistake's alone, whatever its value.
        return !isAllowed
          || difference(
            of: answer, from: imitated, within: tolerance, nanEqualsNaN: true)
            == nil
      }
      // These arguments may be large.
      return fits && !isSilent
        && (try? mistake.imitation(arguments)) == nil
    }
  }
}

/// What is known of the calls to which a function gives no answer.
package enum Silence {
  case unsought
  /// No known mistake explains them.
  case unexplained
  case mistake(KnownMistake)

  /// Whether it is known why there is no answer.
  package var isExplained: Bool {
    if case .mistake = self { true } else { false }
  }
}

extension KnownMistake {
  /// The values that the answer shows; nil if it shows no sign of the mistake.
  private func values(in trial: Trial) -> Remark.Values? {
    (try? signs?(trial.arguments, trial.received)).flatMap(\.self)
  }

  /// The mistake as it was made in this answer.
  fileprivate func settled(by trial: Trial) -> KnownMistake {
    var settled = self
    settled.values = values(in: trial) ?? values
    return settled
  }

  /// Whether the mistake's answer differs from the correct one.
  fileprivate func isWrong(
    about trial: Trial, within tolerance: Tolerance
  ) -> Bool {
    if signs != nil { return values(in: trial) != nil }
    guard let imitated = try? imitation(trial.arguments) else {
      return true
    }
    return difference(
      of: imitated, from: trial.expected, within: tolerance) != nil
  }

  /// Whether the mistake gives exactly the received answer.
  ///
  /// Of several parts, those that the mistake leaves right may be wrong for
  /// another reason.
  func fits(_ trial: Trial, within tolerance: Tolerance) -> Bool {
    func differs(_ a: WireValue, _ b: WireValue) -> Bool {
      difference(of: a, from: b, within: tolerance, nanEqualsNaN: true) != nil
    }
    if signs != nil {
      // An answer that is right need not show it.
      return values(in: trial) != nil
        || !differs(trial.received, trial.expected)
    }
    guard let imitated = try? imitation(trial.arguments) else {
      return false
    }
    guard case .list(let received) = trial.received,
      case .list(let expected) = trial.expected,
      case .list(let wrong) = imitated,
      received.count == expected.count, wrong.count == expected.count,
      mismatch(of: trial.received, with: imitated) == nil
    else { return !differs(trial.received, imitated) }
    let touched = wrong.indices.filter { differs(wrong[$0], expected[$0]) }
    return touched.isEmpty
      ? !differs(trial.received, imitated)
      : touched.allSatisfy { !differs(received[$0], wrong[$0]) }
  }
}

extension WireValue {
  /// Whether all numbers are of a size that one meets every day.
  fileprivate var isOrdinary: Bool {
    func isOrdinary(_ x: Double) -> Bool {
      x == 0 || (1e-3..<50).contains(x.magnitude)
    }
    return switch self {
    case .tensor(let tensor):
      tensor.values.allSatisfy { isOrdinary(Double($0)) }
    case .float(let x): isOrdinary(Double(x))
    case .double(let x): isOrdinary(x)
    case .list(let values): values.allSatisfy(\.isOrdinary)
    case .integer, .integers, .bytes, .boolean, .text: true
    }
  }
}

internal import Tensors
internal import Wire

extension Examination {
  /// Finds a change of one argument, or of one step of the computation, that
  /// gives exactly the learner's answers.
  func altered(
    in trials: [Trial], of subject: Subject, within tolerance: Tolerance
  ) -> Relation? {
    let ordinary = trials.filter(\.isOrdinary)
    // One call of several ordinary numbers refutes nearly all of them.
    let probe = ordinary.first { 4...60 ~= $0.size && $0.isWrong(tolerance) }
    let all = alterations(of: subject, in: trials).filter { alteration in
      probe.map { alteration.fits($0, within: tolerance) != nil } ?? true
    }
    if let found = all.first(that: { $0.holds(for: trials, within: tolerance) })
    {
      return Relation(
        id: "altered-\(found.id)",
        words: "Your answers are exactly what comes out if \(found.words).")
    }
    guard ordinary.count >= 6, ordinary.count < trials.count,
      let found = all.first(that: {
        $0.holds(for: ordinary, within: tolerance)
      })
    else { return nil }
    return Relation(
      id: "altered-\(found.id)",
      words: "For numbers that are neither huge nor tiny, your answers are "
        + "exactly what comes out if \(found.words).")
  }
}

extension [Alteration] {
  /// The first that holds; of types that are too small, several may.
  fileprivate func first(
    that holds: (Alteration) -> Bool
  ) -> (id: String, words: String)? {
    guard let place = firstIndex(where: holds) else { return nil }
    let found = self[place]
    guard found.id == "narrowed" else { return (found.id, found.words) }
    let others = self[(place + 1)...].contains {
      $0.id == found.id && $0.place == found.place && holds($0)
    }
    return others
      ? (found.id, "\(found.name) is held in too small an integer type")
      : (found.id, found.words)
  }
}

/// A change in the computation of the right answer.
private struct Alteration {
  let id: String

  /// The place in the recipe, if it is one.
  var place: String?

  /// What is changed there.
  var name = ""
  let words: String
  let answer: ([WireValue]) -> WireValue?

  /// Whether it gives the received answers, and gives a wrong answer to enough of
  /// the calls to be told from the right computation.
  func holds(for trials: [Trial], within tolerance: Tolerance) -> Bool {
    var refuting = 0
    // Stops at the first call that refutes it, which is a small one.
    for trial in trials {
      guard let answer = fits(trial, within: tolerance) else { return false }
      if difference(of: answer, from: trial.expected, within: tolerance) != nil
      {
        refuting += 1
      }
    }
    return refuting >= (trials.first?.expected.isWhole == true ? 8 : 3)
  }

  /// The answer that it gives, if that is the received one.
  func fits(_ trial: Trial, within tolerance: Tolerance) -> WireValue? {
    guard let answer = answer(trial.arguments),
      mismatch(of: trial.received, with: answer) == nil,
      difference(
        of: trial.received, from: answer, within: tolerance,
        nanEqualsNaN: true) == nil
    else { return nil }
    return answer
  }
}

extension Trial {
  fileprivate func isWrong(_ tolerance: Tolerance) -> Bool {
    difference(of: received, from: expected, within: tolerance) != nil
  }
}

/// All changes: those of the answer, of an argument, and of a step.
private func alterations(
  of subject: Subject, in trials: [Trial]
) -> [Alteration] {
  let names = argumentNames(of: subject, in: trials)
  let numbers =
    slips(of: "the right answer", isStep: false).map { slip in
      Alteration(id: slip.id, words: slip.words) {
        (try? subject.reference($0)).flatMap(slip.change)
      }
    }
    + names.indices.flatMap { alterations(of: subject, at: $0, names) }
  // The largest call passes through all steps.
  let slips = subject.recipe?.slips(for: trials.last?.arguments ?? []) ?? []
  func steps(_ isStructural: Bool) -> [Alteration] {
    slips.filter { $0.isStructural == isStructural }.map { slip in
      Alteration(
        id: slip.id, place: slip.place, name: slip.name, words: slip.words
      ) {
        subject.recipe?.answer($0, slip: slip)
      }
    }
  }
  // A different operation explains more than a different number.
  return steps(true) + numbers + steps(false)
}

private func alterations(
  of subject: Subject, at place: Int, _ names: [String]
) -> [Alteration] {
  func altered(
    _ slip: Slip, _ change: @escaping ([WireValue]) -> WireValue?
  ) -> Alteration {
    Alteration(id: slip.id, words: slip.words) { arguments in
      guard let changed = change(arguments) else { return nil }
      var arguments = arguments
      arguments[place] = changed
      return subject.promises(arguments)
        ? try? subject.reference(arguments) : nil
    }
  }
  let own = slips(of: names[place], isStep: false).map { slip in
    altered(slip) { slip.change($0[place]) }
  }
  let others = names.indices.filter { $0 != place }.map { other in
    let words = "\(names[place]) is replaced by \(names[other])"
    return altered(Slip(id: "other", verb: words) { $0 }) { arguments in
      exchange("", for: ("", arguments[other])).change(arguments[place])
    }
  }
  return own + others
}

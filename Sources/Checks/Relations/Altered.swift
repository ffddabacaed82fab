internal import Tensors
internal import Wire

extension Examination {
  /// Exactly the learner's answers come out if one argument, or one step of
  /// the computation, is changed.
  func altered(
    in trials: [Trial], of subject: Subject, within tolerance: Tolerance
  ) -> Relation? {
    let ordinary = trials.filter(\.isOrdinary)
    if let found = alteration(in: trials, of: subject, within: tolerance) {
      return Relation(
        id: "altered-\(found.id)",
        words: "Exactly your answers come out if \(found.words).")
    }
    guard ordinary.count >= 6, ordinary.count < trials.count,
      let found = alteration(in: ordinary, of: subject, within: tolerance)
    else { return nil }
    return Relation(
      id: "altered-\(found.id)",
      words: "For numbers that are neither huge nor tiny, exactly your answers "
        + "come out if \(found.words).")
  }

  private func alteration(
    in trials: [Trial], of subject: Subject, within tolerance: Tolerance
  ) -> Alteration? {
    let names = argumentNames(of: subject, in: trials)
    var all = slips(of: "the right answer", isStep: false).map { slip in
      Alteration(id: slip.id, words: slip.words) {
        (try? subject.reference($0)).flatMap(slip.change)
      }
    }
    all += names.indices.flatMap { place in
      alterations(of: subject, at: place, names)
    }
    if let recipe = subject.recipe {
      // The largest call passes through all steps.
      let slips = recipe.slips(for: trials.last?.arguments ?? [])
      // What is done otherwise explains more than a number that is another.
      let sorted =
        slips.filter(\.isStructural) + slips.filter { !$0.isStructural }
      let steps = sorted.map { slip in
        Alteration(id: slip.id, place: slip.place, words: slip.words) {
          recipe.answer($0, slip: slip)
        }
      }
      let count = slips.count(where: \.isStructural)
      all = steps.prefix(count) + all + steps.dropFirst(count)
    }
    guard
      let place = all.firstIndex(where: {
        $0.holds(for: trials, within: tolerance)
      })
    else { return nil }
    // Several types may be too small for the same numbers.
    let first = all[place]
    let others =
      first.id != "narrowed"
      ? []
      : all[(place + 1)...].filter {
        $0.id == first.id && $0.place == first.place
          && $0.holds(for: trials, within: tolerance)
      }
    let words = ([first] + others).map(\.words)
    return Alteration(
      id: first.id, words: words.joined(separator: ", or "), answer: first.answer)
  }
}

/// A change in the computation of the right answer.
private struct Alteration {
  let id: String

  /// The place in the recipe, if it is one.
  var place: String?
  let words: String
  let answer: ([WireValue]) -> WireValue?

  /// Whether the answers that come out of it are the received ones, and enough
  /// of them are not the right ones.
  func holds(for trials: [Trial], within tolerance: Tolerance) -> Bool {
    var refuting = 0
    // Stops at the first call that refutes it, which is a small one.
    for trial in trials {
      guard let answer = answer(trial.arguments),
        mismatch(of: trial.received, with: answer) == nil,
        difference(
          of: trial.received, from: answer, within: tolerance,
          nanEqualsNaN: true) == nil
      else { return false }
      if difference(of: answer, from: trial.expected, within: tolerance) != nil
      {
        refuting += 1
      }
    }
    return refuting >= (trials.first?.expected.isWhole == true ? 8 : 3)
  }
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
    return altered(Slip(id: "other", words: words) { $0 }) { arguments in
      exchange("", for: ("", arguments[other])).change(arguments[place])
    }
  }
  return own + others
}

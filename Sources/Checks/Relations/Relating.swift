internal import Tensors
internal import Wire

extension Examination {
  /// The relation between the received answers and the right ones, if no known
  /// mistake explains them.
  ///
  /// More inputs are drawn from all checks of the function, because a relation
  /// that holds for the inputs of one check, which may all be small, need not
  /// hold for others.
  func relation(
    in seen: [Trial], of subject: Subject, within tolerance: Tolerance,
    inputs: @escaping Inputs
  ) -> Relation? {
    var trials: [Trial] = []
    func add(_ trial: Trial) {
      let isNew = !trials.contains { $0.arguments == trial.arguments }
      let answerSize = [trial.expected].totalSize
      if isNew, max(trial.size, answerSize) <= mostNumbers {
        trials.append(trial)
      }
    }
    seen.forEach(add)
    var sources = [inputs] + otherInputs
    if let telling = subject.telling { sources.append(telling) }
    var large: Set<Int> = []
    var answersAlways = true
    let deadline = ContinuousClock.now + .milliseconds(60)
    for number in 0..<(16 + sources.count) where ContinuousClock.now < deadline
    {
      let place = number % sources.count
      if large.contains(place) { continue }
      let arguments = sources[place](&random, number / sources.count + 1)
      if arguments.totalSize > mostNumbers {
        large.insert(place)
      } else if let next = try? trial(of: subject, on: arguments) {
        add(next)
      } else {
        answersAlways = false
      }
    }
    // What does not hold is refuted soonest by a small call.
    trials.sort { $0.size < $1.size }
    if let found = far(
      beside: trials, seen, of: subject, within: tolerance, inputs: inputs)
    {
      return found
    }
    if let found = elements(in: trials) { return found }
    let groups = sampleGroups(of: trials, of: subject, within: tolerance)
    func found(by finders: [RelationFinder]) -> Relation? {
      Checks.relation(in: groups, by: finders)
    }
    // Relations that say exactly what came are preferred to vague ones.
    return found(by: exactFinders) ?? twice(in: trials, of: subject)
      ?? altered(in: trials, of: subject, within: tolerance)
      ?? found(
        by: (answersAlways ? [occasional, shapeInWords] : []) + vagueFinders)
      ?? ignored(in: trials, of: subject)
  }

  /// What holds if the answers are right for all small inputs, and wrong for
  /// large ones only.
  private func far(
    beside small: [Trial], _ seen: [Trial], of subject: Subject,
    within tolerance: Tolerance, inputs: @escaping Inputs
  ) -> Relation? {
    guard let failed = seen.last, failed.size > mostNumbers,
      small.allSatisfy({
        difference(
          of: $0.received, from: $0.expected, within: tolerance) == nil
      })
    else { return nil }
    var large = seen.filter { $0.size > mostNumbers }
    var wrong = 1
    // The inputs that failed come again with other numbers; most checks draw
    // such large ones at few of their trials.
    for number in 0..<24 where wrong < 3 && (number < 8 || wrong > 1) {
      let arguments = inputs(&random, number % 8)
      guard arguments.totalSize >= failed.size / 4,
        let next = try? trial(of: subject, on: arguments)
      else { continue }
      large.append(next)
      let isRight =
        difference(
          of: next.received, from: next.expected, within: tolerance) == nil
      if !isRight { wrong += 1 }
    }
    let trials = small + large
    let names = argumentNames(of: subject, in: trials)
    let samples = trials.compactMap {
      Sample($0, of: subject, names: names, within: tolerance)
    }
    return altered(in: trials, of: subject, within: tolerance)
      ?? (samples.count == trials.count ? limited(samples) : nil)
  }

  /// The function was applied to its own right answer.
  private func twice(in trials: [Trial], of subject: Subject) -> Relation? {
    let samples = trials.filter { trial in
      guard trial.arguments.count == 1,
        case .tensor(let x) = trial.arguments[0],
        case .tensor(let y) = trial.expected
      else { return false }
      return x.shape == y.shape
    }
    guard samples.count == trials.count, samples.count >= 6,
      samples.allSatisfy({ trial in
        guard let again = try? subject.reference([trial.expected]),
          let values = Values(again), let received = Values(trial.received)
        else { return false }
        return values.isClose(to: received)
      })
    else { return nil }
    return Relation(
      id: "twice",
      words: "Your answer is the right answer with the function applied to it "
        + "once more: it was applied twice.")
  }

  /// An argument that changes the right answer but not the learner's.
  private func ignored(
    in trials: [Trial], of subject: Subject
  ) -> Relation? {
    let names = argumentNames(of: subject, in: trials)
    guard names.count > 1 else { return nil }
    for (place, name) in names.enumerated() {
      var unmoved = 0
      for one in trials {
        guard
          let other = trials.first(where: {
            one.isComparable(to: $0, but: place)
          })
        else { continue }
        var arguments = one.arguments
        arguments[place] = other.arguments[place]
        guard subject.promises(arguments),
          let mixed = try? trial(of: subject, on: arguments),
          difference(
            of: mixed.expected, from: one.expected, within: .float32) != nil
        else { continue }
        guard
          difference(
            of: mixed.received, from: one.received, within: .exact,
            nanEqualsNaN: true) == nil
        else {
          unmoved = 0
          break
        }
        unmoved += 1
      }
      // Few numbers may stay what they are by chance.
      let isTelling = trials.contains { trial in
        Values(trial.expected).map { $0.numbers.count > 3 } ?? true
      }
      guard unmoved >= (isTelling ? 4 : 8) else { continue }
      return Relation(
        id: "ignored",
        words: "Your answer does not change when only \(name) changes; the "
          + "right one does.")
    }
    return nil
  }
}

extension Trial {
  /// Whether this call also makes sense with the other call's argument at
  /// `place`: the arguments differ, and all shapes are equal.
  fileprivate func isComparable(to other: Trial, but place: Int) -> Bool {
    guard arguments[place] != other.arguments[place] else { return false }
    switch arguments[place] {
    case .float, .double: return true
    case .tensor, .integers: break
    case .integer, .bytes, .boolean, .text, .list: return false
    }
    return zip(arguments, other.arguments).allSatisfy { mine, others in
      switch (mine, others) {
      case (.integer, .integer): mine == others
      default: Values(mine)?.shape == Values(others)?.shape
      }
    }
  }
}

/// Larger inputs take too long to compare in so many ways.
private let mostNumbers = 2_000

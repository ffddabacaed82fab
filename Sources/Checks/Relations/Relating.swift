internal import Wire

extension Examination {
  /// What holds between the answers and the right ones, where no known
  /// mistake explains them.
  ///
  /// Further inputs are drawn, as they are and not shrunk, by turns those of
  /// the check and those that tell mistakes apart.
  func relation(
    in seen: [Trial], of subject: Subject, within tolerance: Tolerance,
    inputs: @escaping Inputs
  ) -> Relation? {
    var trials = seen.filter { $0.size <= 10_000 }
    guard trials.count == seen.count else { return nil }
    var deadline = ContinuousClock.now + .milliseconds(200)
    for number in 0..<16 where ContinuousClock.now < deadline {
      let draw = number % 2 == 1 ? subject.telling ?? inputs : inputs
      let arguments = draw(&random, number + seen.count)
      guard let next = try? trial(of: subject, on: arguments) else {
        deadline = .now
        continue
      }
      trials.append(next)
    }
    return Checks.relation(in: trials, of: subject, within: tolerance)
      ?? ignored(in: trials, of: subject)
  }

  /// An argument that changes the right answer and not the learner's.
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
        if unmoved == 4 { break }
      }
      guard unmoved >= 3 else { continue }
      return Relation(
        id: "ignored",
        words: "Your answer does not change when only \(name) changes; the "
          + "right one does.")
    }
    return nil
  }
}

extension Trial {
  /// Whether another call's argument at a place can stand here too: it is
  /// another one, and all tensors and lists are as long as there.
  fileprivate func isComparable(to other: Trial, but place: Int) -> Bool {
    guard arguments[place] != other.arguments[place] else { return false }
    switch arguments[place] {
    case .float, .double: return true
    case .tensor, .integers: break
    case .integer, .bytes, .text, .list: return false
    }
    return zip(arguments, other.arguments).allSatisfy { mine, others in
      switch (mine, others) {
      case (.integer, .integer): mine == others
      default: Values(mine)?.shape == Values(others)?.shape
      }
    }
  }
}

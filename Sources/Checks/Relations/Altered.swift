internal import System
internal import Tensors
internal import Wire

extension Examination {
  /// The answer would be right if one argument were negated, squared, or
  /// replaced by another argument.
  func altered(
    in trials: [Trial], of subject: Subject, within tolerance: Tolerance
  ) -> Relation? {
    let names = argumentNames(of: subject, in: trials)
    for (place, name) in names.enumerated() {
      for alteration in alterations(at: place, names) {
        var refuting = 0
        // Stops at the first call that refutes it, which is a small one.
        let holds = trials.allSatisfy { trial in
          guard
            let arguments = alteration.change(trial.arguments, place),
            subject.promises(arguments),
            let answer = try? subject.reference(arguments),
            agrees(trial.received, with: answer, within: tolerance)
          else { return false }
          let isTelling =
            difference(of: answer, from: trial.expected, within: tolerance)
            != nil
          if isTelling { refuting += 1 }
          return true
        }
        let isWhole = trials.first?.expected.isWhole == true
        guard holds, refuting >= (isWhole ? 8 : 3) else { continue }
        return Relation(
          id: "altered-\(alteration.id)",
          words: "Your answer would be right if \(name) \(alteration.words).")
      }
    }
    return nil
  }

  private func agrees(
    _ received: WireValue, with answer: WireValue, within tolerance: Tolerance
  ) -> Bool {
    mismatch(of: received, with: answer) == nil
      && difference(
        of: received, from: answer, within: tolerance, nanEqualsNaN: true)
        == nil
  }
}

/// A change of one argument; nil if it does not apply to the argument.
private struct Alteration {
  let id: String
  let words: String
  let change: ([WireValue], Int) -> [WireValue]?
}

private func alterations(at place: Int, _ names: [String]) -> [Alteration] {
  let numbers = numberChanges.map { id, words, change in
    Alteration(id: id, words: words) { arguments, place in
      arguments[place].mapNumbers(change).map {
        var arguments = arguments
        arguments[place] = $0
        return arguments
      }
    }
  }
  let others = names.indices.filter { $0 != place }.map { other in
    Alteration(id: "other", words: "were the same as \(names[other])") {
      arguments, place in
      guard
        Values(arguments[place])?.shape == Values(arguments[other])?.shape,
        Values(arguments[place]) != nil
      else { return nil }
      var arguments = arguments
      arguments[place] = arguments[other]
      return arguments
    }
  }
  let orders = [
    Alteration(id: "sorted", words: "were sorted") {
      $0.reordering($1) { $0.sorted() }
    },
    Alteration(id: "reversed", words: "stood in reverse order") {
      $0.reordering($1) { $0.reversed() }
    },
  ]
  return numbers + others + orders
}

private let numberChanges: [(String, String, @Sendable (Float) -> Float)] = [
  ("negated", "had the opposite sign", { -$0 }),
  ("doubled", "were twice as large", { 2 * $0 }),
  ("halved", "were half as large", { $0 / 2 }),
  ("raised", "were larger by 1", { $0 + 1 }),
  ("lowered", "were smaller by 1", { $0 - 1 }),
  ("squared", "were squared", { $0 * $0 }),
  (
    "exponential", "were replaced by its exponential",
    {
      Float(exp(Double($0)))
    }
  ),
  (
    "logarithm", "were replaced by its logarithm",
    {
      Float(log(Double($0)))
    }
  ),
  ("magnitude", "were replaced by its absolute value", \.magnitude),
  ("root", "were replaced by its square root", { $0.squareRoot() }),
  ("reciprocal", "were replaced by its reciprocal", { 1 / $0 }),
  ("rounded", "were rounded to whole numbers", { $0.rounded() }),
  ("truncated", "lost its digits after the point", { $0.rounded(.towardZero) }),
  ("positive", "had 0 in place of its negative numbers", { max($0, 0) }),
  ("zero", "were 0", { _ in 0 }),
  ("one", "were 1", { _ in 1 }),
]

extension [WireValue] {
  /// The arguments, with the integers of one of them in another order.
  fileprivate func reordering(
    _ place: Int, _ change: ([Int]) -> [Int]
  ) -> [WireValue]? {
    guard case .integers(let numbers) = self[place] else { return nil }
    var arguments = self
    arguments[place] = .integers(change(numbers))
    return arguments
  }
}

extension WireValue {
  /// The numbers of a tensor, of each tensor of a list, or a single number,
  /// changed; nil for anything else.
  fileprivate func mapNumbers(_ change: (Float) -> Float) -> WireValue? {
    switch self {
    case .float(let number): return .float(change(number))
    case .double(let number): return .double(Double(change(Float(number))))
    case .tensor(let tensor):
      return .tensor(Tensor(tensor.values.map(change), shape: tensor.shape))
    case .list(let values):
      let changed = values.compactMap { $0.mapNumbers(change) }
      return changed.count == values.count ? .list(changed) : nil
    case .integer, .integers, .bytes, .text: return nil
    }
  }
}

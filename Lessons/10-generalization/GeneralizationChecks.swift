package import Checks
internal import Tensors
internal import Wire

/// What "right" means for lesson 10.
package let generalizationChecks = ExerciseChecks(
  lesson: "generalization", hints: generalizationHints,
  derivations: generalizationDerivations,
  hoeffdingChecks + decayChecks + shiftChecks)

// MARK: - How many test examples

private let hoeffdingChecks: [Check] = [
  .agrees(
    "hoeffding-example", "14,979 for an error of 0.01 at 95 %",
    hoeffdingSubject, within: .exact, section: hoeffding, trials: 1
  ) { _, _ in arguments(0.01, 0.95) },
  .agrees(
    "hoeffding-agreement", "the smallest number that the inequality allows",
    hoeffdingSubject, within: .exact, section: hoeffding, trials: 12
  ) { random, _ in random.demand() },
  .agrees(
    "hoeffding-sizes", "right from one example to billions of them",
    hoeffdingSubject, within: .exact, section: hoeffding, trials: 16
  ) { random, number in random.extremeDemand(number) },
  .agrees(
    "hoeffding-strict", "345,387,764 for an error of 0.0001 at 99.9 %",
    hoeffdingSubject, within: .exact, section: hoeffding, trials: 1
  ) { _, _ in arguments(0.0001, 0.999) },
  .holds(
    "hoeffding-halved", "half the error takes four times as many",
    hoeffdingSubject, within: .exact, section: hoeffding, trials: 4
  ) { random, _ in
    random.demand()
  } property: { trial in
    guard case .double(let error) = trial.arguments[0],
      case .integer(let size) = trial.received
    else { return nil }
    let after = try trial.call([.double(error / 2), trial.arguments[1]])
    guard case .integer(let more) = after else { return nil }
    // Both are rounded up, so that 4 · size may be up to 4 too many.
    if 4 * size - 4 <= more && more <= 4 * size { return nil }
    return Violation(
      "an error of \(error) takes \(size), and half of it \(more)",
      expected: shown(trial.expected))
  },
]

// MARK: - Weight decay

private let decayChecks: [Check] = [
  .agrees(
    "decay-example", "the lesson's step", decaySubject, section: decay,
    trials: 1
  ) { _, _ in
    let parameters = [Tensor([[2], [-3]]), Tensor([4])]
    let gradients = [Tensor([[10], [-20]]), Tensor([5])]
    let (rate, decay): (Float, Float) = (0.1, 0.5)
    return arguments(parameters, gradients, rate, decay, 5)
  },
  .agrees(
    "decay-agreement", "the weights shrink and step, the biases step",
    decaySubject, section: decay
  ) { random, number in
    random.decay(features: 1 + number % 3, classes: 1 + number % 2)
  },
  .agrees(
    "decay-zero", "without decay, plain gradient descent", decaySubject,
    section: decay, trials: 3
  ) { random, number in
    var values = random.decay(features: 2, classes: 1 + number)
    values[3] = .float(0)
    return values
  },
  .holds(
    "decay-shrinks", "with gradients of 0, weights shrink and biases stay",
    decaySubject, section: decay, trials: 4
  ) { random, number in
    var values = random.decay(features: 3, classes: 1 + number % 3)
    let zeros = tensors(values[0]).map { $0 * 0 }
    values[1] = zeros.wireValue
    return values
  } property: { trial in
    let (start, end) = (tensors(trial.arguments[0]), tensors(trial.received))
    for (before, after) in zip(start[0].values, end[0].values)
    where !(after / before > 0 && after.magnitude < before.magnitude) {
      return Violation(
        "with a gradient of 0, a weight of \(before) became \(after)",
        expected: shown(trial.expected))
    }
    guard start[1].values == end[1].values else {
      return Violation(
        "with a gradient of 0, the biases \(start[1].values) became "
          + "\(end[1].values)",
        expected: shown(trial.expected))
    }
    return nil
  },
  .agrees(
    "decay-batch-size", "right for batches of any size", decaySubject,
    section: decay, trials: 4
  ) { random, number in
    var values = random.decay(features: 2, classes: 2)
    // A batch of one comes last: there several mistakes come to the same.
    values[4] = .integer([2, 64, 1_000, 1][number % 4])
    return values
  },
  .agrees(
    "decay-sizes", "right for numbers from a millionth to a million",
    decaySubject, within: relative, section: decay, trials: 13
  ) { random, number in random.anyDecay(number) },
  .agrees(
    "decay-shapes", "right for any number of features and classes",
    decaySubject, section: decay, trials: shapes.count
  ) { random, number in
    let (features, classes) = shapes[number % shapes.count]
    return random.decay(features: features, classes: classes)
  },
  .agrees(
    "decay-nothing", "nothing moves with a rate of 0; all of it may",
    decaySubject, section: decay, trials: 3
  ) { random, number in
    var values = random.decay(features: 2, classes: 3)
    // A rate of 0; weights that become 0; weights that change their sign.
    values[2] = .float([0, 1, 2][number % 3])
    values[3] = .float([0.5, 1, 1.5][number % 3])
    return values
  },
]

/// Features and classes: none, one, few, and more than a byte can count.
private let shapes = [
  (1, 1), (0, 2), (2, 0), (1, 5), (5, 1), (300, 1), (1, 300), (4, 4),
]

/// Few operations, none of which takes apart what it brought together.
private let relative = Tolerance(relative: 1e-5, absolute: 0)

private func tensors(_ value: WireValue) -> [Tensor] {
  guard case .list(let parts) = value else { return [] }
  return parts.map(\.tensor)
}

// MARK: - Label shift

private let shiftChecks: [Check] = [
  shiftCheck("shift-example", "the lesson's two classes", trials: 1) { _, _ in
    (Tensor([[0.9, 0.2], [0.1, 0.8]]), [0.25, 0.75])
  },
  shiftCheck("shift-agreement", "the p for which C p is μ", trials: 8) {
    random, number in
    let q = 2 + number % 4
    return (random.confusion(q), random.distribution(q))
  },
  shiftCheck("shift-perfect", "a classifier without errors", trials: 3) {
    random, number in
    let q = 2 + number
    let rows = (0..<q).map { i in (0..<q).map { $0 == i ? Float(1) : 0 } }
    return (Tensor(rows), random.distribution(q))
  },
  shiftCheck(
    "shift-pivot", "a class that is never taken for itself", trials: 4
  ) { random, number in
    // Two classes exchanged: 0 on the diagonal, and C can be solved still.
    let q = 2 + number
    let clean = random.confusion(q)
    var rows = (0..<q).map { clean.row($0).values }
    for j in 0..<q { (rows[0][j], rows[1][j]) = (rows[1][j], rows[0][j]) }
    rows[1][0] += rows[0][0]
    rows[0][0] = 0
    return (Tensor(rows), random.distribution(q))
  },
  shiftCheck(
    "shift-pivots", "a coefficient of 0 in any place and on any way",
    trials: 24
  ) { random, number in
    switch number {
    case 0:
      // Not the first, but the second division is by 0.
      (
        Tensor([
          [0.5, 0.625, 0.25], [0.25, 0.3125, 0.5], [0.25, 0.0625, 0.25],
        ]),
        random.distribution(3)
      )
    case 1:
      // The first column is 0 but for its last place.
      (
        Tensor([[0, 0.5, 0.25], [0, 0.25, 0.5], [1, 0.25, 0.25]]),
        random.distribution(3)
      )
    case 2:
      // All of the first column are smaller than the first right side.
      (
        Tensor([[0, 0.9, 0.8], [0.5, 0.1, 0], [0.5, 0, 0.2]]),
        [0.05, 0.5, 0.45]
      )
    case 3:
      // The second division is by what rounding left of 0.
      (
        Tensor([[0.3, 0.1, 0.6], [0.45, 0.15, 0.1], [0.25, 0.75, 0.3]]),
        random.distribution(3)
      )
    default:
      (
        random.awkwardConfusion(2 + number % 5, sixteenths: number % 2 == 0),
        random.distribution(2 + number % 5)
      )
    }
  },
  shiftCheck("shift-absent", "classes that do not come any more", trials: 8) {
    random, number in
    let q = 3 + number % 3
    // The first, the last, one between, or all but one; then also with a
    // classifier that never takes any for them.
    let absent = [0, q - 1, q / 2, random.below(q)][number % 4]
    let isAlone = number % 4 == 3
    let p = random.distribution(q).enumerated().map { i, share in
      (i == absent) == isAlone ? share : 0
    }
    let sum = p.reduce(0, +)
    let unit = Tensor((0..<q).map { i in (0..<q).map { $0 == i ? 1 : 0 } })
    return (number < 4 ? random.confusion(q) : unit, p.map { $0 / sum })
  },
  shiftCheck("shift-one", "a single class", trials: 1) { _, _ in
    (Tensor([[1]]), [1])
  },
  shiftCheck("shift-many", "eight classes", trials: 1) { random, _ in
    (random.confusion(8), random.distribution(8))
  },
]

/// Compares with the true distribution, from which the predictions are made.
///
/// Inputs are small as they come, and a matrix whose numbers were made
/// simpler would be no confusion matrix any more; so nothing is shrunk.
private func shiftCheck(
  _ id: String, _ title: String, trials: Int,
  inputs:
    @escaping @Sendable (inout SeededGenerator, Int) -> (Tensor, [Float])
) -> Check {
  // The inverses hold no number above 12: no rounding of a Float, 6e-8, is
  // enlarged to more than a few millionths.
  let tolerance = Tolerance(relative: 2e-5, absolute: 2e-5)
  return Check(id, title, of: shiftSubject, section: shift) { examination in
    var seen: [(arguments: [WireValue], received: WireValue)] = []
    for number in 0..<trials {
      let (c, p) = inputs(&examination.random, number)
      let mu = c.matmul(Tensor(p))
      let given = arguments(c, mu)
      let received = try examination.call(shiftSubject.name, given)
      seen.append((given, received))
      let expected = try shiftSubject.reference(given)
      guard
        let words = difference(
          of: received, from: expected, within: tolerance)
      else { continue }
      let fitting = shiftSubject.mistakes.first { mistake in
        seen.allSatisfy { call in
          guard let imitated = try? mistake.imitation(call.arguments) else {
            return false
          }
          return difference(
            of: call.received, from: imitated, within: tolerance,
            nanEqualsNaN: true) == nil
        }
      }
      // There are other ways to divide by 0 than the mistakes known.
      let divided = received.tensor.values.contains { !$0.isFinite }
      let mistake =
        fitting
        ?? (divided
          ? shiftSubject.mistakes.first { $0.id == "no-pivot" } : nil)
      return Failure(
        mistake?.explanation ?? words,
        counterexample: Counterexample(
          arguments: shownCall(of: shiftSubject.name, given),
          expected: shown(expected), received: shown(received)),
        mistake: mistake?.id, section: mistake?.section)
    }
    return nil
  }
}

/// Each stands for what lies between it and ten times as much.
private let sizes: [Float] = [
  1e-6, 1e-5, 1e-4, 1e-3, 0.01, 0.1, 1, 10, 100, 1e3, 1e4, 1e5,
]

private let hoeffding = "how-many-test-examples"
private let decay = "weight-decay"
private let shift = "label-shift-corrected"

// MARK: - Random inputs

extension SeededGenerator {
  /// An error and a confidence whose number of examples is well away from a
  /// whole one, so that rounding in the last place cannot tip it.
  fileprivate mutating func demand() -> [WireValue] {
    while true {
      let error = Double(5 + below(195)) / 1_000
      let confidence = Double(800 + below(199)) / 1_000
      let size = exactSampleSize(error: error, confidence: confidence)
      if (size - size.rounded()).magnitude > 0.01 {
        return arguments(error, confidence)
      }
    }
  }

  /// An error and a confidence over their whole range, from 1e-4 and from
  /// hardly any confidence to nearly all.
  fileprivate mutating func extremeDemand(_ number: Int) -> [WireValue] {
    let errors = [1e-4, 1e-3, 0.01, 0.1]
    let risks = [1e-6, 1e-3, 0.1, 0.9]
    while true {
      let error = errors[number % 4] * (1 + 8 * uniform())
      let risk = risks[number / 4 % 4] * (1 + 0.1 * uniform())
      let size = exactSampleSize(error: error, confidence: 1 - risk)
      // Whichever way it is computed, it is right to 1e-14 of itself.
      if (size - size.rounded()).magnitude > 0.01 {
        return arguments(error, 1 - risk)
      }
    }
  }

  fileprivate mutating func decay(features: Int, classes: Int) -> [WireValue] {
    let shapes = [[features, classes], [classes]]
    let parameters = shapes.map { numbers(shape: $0) }
    let gradients = shapes.map { numbers(shape: $0) }
    let rate = Float(1 + below(9)) / 20
    let decay = Float(1 + below(9)) / 10
    return arguments(parameters, gradients, rate, decay, 2 + below(30))
  }

  /// A step with numbers of any size and off any grid.
  ///
  /// What is taken away has the other sign: so no digits are lost.
  fileprivate mutating func anyDecay(_ number: Int) -> [WireValue] {
    let size = sizes[number % sizes.count]
    let shapes = [[2, 3], [3]]
    func numbers(_ sign: Float, shape: [Int]) -> Tensor {
      let values = (0..<shape.reduce(1, *)).map { i in
        sign * (i % 2 == 0 ? 1 : -1) * size * (1 + 9 * Float(uniform()))
      }
      return Tensor(values, shape: shape)
    }
    let count = [1, 3, 300, 70_000][(number + number / 4) % 4]
    let parameters = shapes.map { numbers(1, shape: $0) }
    let gradients = shapes.map { numbers(-1, shape: $0) * Float(count) }
    let rate = 0.05 + 0.9 * Float(uniform())
    let decay = 0.05 + 0.9 * Float(uniform())
    return arguments(parameters, gradients, rate, decay, count)
  }

  /// Numbers from −5 to 5 in tenths, at least ½ away from 0.
  private mutating func numbers(shape: [Int]) -> Tensor {
    let values = (0..<shape.reduce(1, *)).map { _ in
      Float(5 + below(46)) / (below(2) == 0 ? 10 : -10)
    }
    return Tensor(values, shape: shape)
  }

  /// A confusion matrix whose columns sum to 1, at least 0.7 of each on the
  /// diagonal and the rest spread unevenly.
  fileprivate mutating func confusion(_ q: Int) -> Tensor {
    let columns = (0..<q).map { j in
      let right = 0.7 + 0.2 * Float(uniform())
      var column = (0..<q).map { $0 == j ? 0 : Float(1 + below(9)) }
      let sum = column.reduce(0, +)
      column = column.map { sum == 0 ? 0 : $0 / sum * (1 - right) }
      column[j] = 1 - column.reduce(0, +)
      return column
    }
    return Tensor(columns).transposed()
  }

  /// A matrix with columns that sum to 1, of any numbers, many of them 0.
  ///
  /// Half the time the first two equations are the same but for a factor, as far as
  /// the first two unknowns go, so that one of them has to change places.
  ///
  /// It is well conditioned: the inverse has no number above 12.
  fileprivate mutating func awkwardConfusion(
    _ q: Int, sixteenths: Bool
  ) -> Tensor {
    while true {
      var columns = (0..<q).map { _ in
        (0..<q).map { _ in max(0, below(9) - 3) }
      }
      if q > 2, below(2) == 0 {
        let factor = below(3)
        for j in 0..<2 { columns[j][1] = factor * columns[j][0] }
      }
      var parts = columns.map { $0.map { Double($0) } }
      for j in 0..<q {
        let sum = parts[j].reduce(0, +)
        // In sixteenths all is exact; else what should be 0 is only nearly so.
        let whole = sixteenths ? max(sum, 16) : sum
        parts[j][q - 1] += whole - sum
        if whole > 0 { parts[j] = parts[j].map { $0 / whole } }
      }
      let rows = (0..<q).map { i in (0..<q).map { j in parts[j][i] } }
      if largestOfInverse(rows) <= 12 {
        return Tensor(rows.map { $0.map { Float($0) } })
      }
    }
  }

  /// A distribution over classes, uneven.
  fileprivate mutating func distribution(_ q: Int) -> [Float] {
    let parts = (0..<q).map { _ in Float(1 + below(20)) }
    let sum = parts.reduce(0, +)
    return parts.map { $0 / sum }
  }
}

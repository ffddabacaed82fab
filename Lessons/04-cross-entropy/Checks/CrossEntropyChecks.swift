package import Checks
internal import References
internal import System
internal import Tensors
internal import Wire

/// The checks of lesson 04.
package let crossEntropyChecks = ExerciseChecks(
  lesson: "cross-entropy", derivations: crossEntropyDerivations,
  probabilityChecks + crossEntropyLogSumExpChecks + crossEntropyLogitChecks
    + crossEntropyGradientChecks)

private let probabilityChecks: [Check] = [
  .agrees(
    "ce-example", crossEntropy,
    within: CrossEntropy.losses, section: "one-loss-for-each-row", trials: 1
  ) { _, _ in
    arguments(Tensor([[0.1, 0.3, 0.6], [0.3, 0.2, 0.5]]), [0, 2])
  },
  .holds(
    "ce-agreement", crossEntropy, within: CrossEntropy.losses,
    section: "the-loss-of-one-example", inputs: randomShares
  ) {
    wrongLoss(in: $0)
  },
  .holds(
    "ce-right-class-only", crossEntropy, within: CrossEntropy.losses,
    section: "the-loss-of-one-example"
  ) { random, number in
    let x = random.shares(rows: 1 + number % 3, columns: 3 + number % 3)
    return arguments(x, random.labels(of: x))
  } property: { trial in
    let x = trial.tensor(0)
    guard areShares(x) else { return nil }
    // The labels are mirrored along with the classes.
    let mirrored = x.rows.map { Array($0.reversed()) }
    let labels = trial.labels(1).map { x.shape[1] - 1 - $0 }
    let after = try trial.call(arguments(Tensor(mirrored), labels)).tensor
    for (i, pair) in zip(trial.tensor.values, after.values).enumerated()
    where !((pair.0 - pair.1).magnitude <= 1e-4) {
      return Violation(
        "ce-right-class-only", ["row": i, "before": pair.0, "after": pair.1])
    }
    return nil
  },
  .holds(
    "ce-certain", crossEntropy,
    within: CrossEntropy.certain, section: "the-loss-of-one-example", trials: 3
  ) { random, number in
    let labels = (0..<1 + number % 3).map { _ in random.below(3) }
    return arguments(
      CrossEntropy.hot(labels, Tensor.zeros(shape: [labels.count, 3])), labels)
  } property: {
    wrongLoss(in: $0, within: CrossEntropy.certain)
  },
  .holds(
    "ce-small", crossEntropy, within: CrossEntropy.losses,
    section: "the-loss-of-one-example"
  ) { random, number in
    let small: [Float] = [1e-3, 1e-6, 1e-20, 1e-36]
    return random.shares(
      ofRight: (0...number % 3).map { small[(number + $0) % small.count] },
      columns: 2 + number % 4)
  } property: {
    wrongLoss(in: $0)
  },
  .agrees(
    "ce-impossible", crossEntropy, within: CrossEntropy.losses,
    section: "the-loss-of-one-example", trials: 3
  ) { random, number in
    let labels = (0..<2 + number).map { _ in random.below(3) }
    // Every second row gives the class after the right one a probability of 1.
    let rows = labels.enumerated().map { i, label in
      (0..<3).map { j -> Float in
        i % 2 == 1 ? 1 / 3 : j == (label + 1) % 3 ? 1 : 0
      }
    }
    return arguments(Tensor(rows), labels)
  },
  .holds(
    "ce-edges", crossEntropy,
    within: CrossEntropy.losses, section: "one-loss-for-each-row", trials: 4
  ) { random, number in
    let x =
      number % 2 == 0
      ? random.shares(rows: 1, columns: 2 + number % 4)
      : Tensor.ones(shape: [1 + number, 1])
    return arguments(x, random.labels(of: x))
  } property: {
    wrongLoss(in: $0)
  },
  .holds(
    "ce-off-grid", crossEntropy,
    within: CrossEntropy.losses, section: "the-loss-of-one-example", trials: 7
  ) { random, number in
    // Close to 1 the loss is nearly, but not quite, 1 minus the probability.
    if number == 6 {
      let p = 0.99 + 0.003 * Float(random.uniform())
      return random.shares(ofRight: [p, 0.9999, 0.5], columns: 3)
    }
    let parts = random.scores(
      ofSize: 1, rows: 2 + number, columns: 2 + number
    ).squared()
    let x = parts / parts.sum(axis: 1, keepingDimensions: true)
    return arguments(x, random.labels(of: x))
  } property: {
    wrongLoss(in: $0)
  },
  .holds(
    "ce-many", crossEntropy,
    within: CrossEntropy.losses, section: "one-loss-for-each-row", trials: 4
  ) { random, number in
    switch number {
    case 0:
      let x = random.shares(rows: 500, columns: 9)
      return arguments(x, random.labels(of: x))
    case 1:
      let x = random.shares(rows: 12, columns: 25 + random.below(16))
      return arguments(x, random.labels(of: x))
    case 2:
      let x = random.shares(rows: 3, columns: 290 + random.below(20))
      return arguments(x, random.farLabels(of: x))
    default:
      // More rows than two bytes can count.
      let some = random.shares(rows: 97, columns: 2).values
      let rows = 65_600 + random.below(100)
      let x = Tensor(repeated(some, count: 2 * rows), shape: [rows, 2])
      return arguments(x, random.labels(of: x))
    }
  } property: {
    wrongLoss(in: $0)
  },
]

/// Finds a loss other than the reference's.
///
/// Only judges rows of probabilities, which an input may cease to have when it
/// is shrunk.
private func wrongLoss(
  in trial: Trial, within tolerance: Tolerance = CrossEntropy.losses
) -> Violation? {
  guard areShares(trial.tensor(0)),
    trial.expected.tensor.values.allSatisfy(\.isFinite)
  else { return nil }
  return difference(
    of: trial.received, from: trial.expected, within: tolerance
  ).map { Violation(.words($0)) }
}

private func areShares(_ x: Tensor) -> Bool {
  let (shares, q) = (x.values, x.shape[1])
  return (0..<x.shape[0]).allSatisfy { i in
    let row = shares[i * q..<(i + 1) * q]
    return row.allSatisfy { $0 >= 0 } && (row.reduce(0, +) - 1).magnitude < 1e-3
  }
}

private let crossEntropy = Subject(
  "crossEntropy(_:_:)", axes: ["nq", "n<q"], freedom: probabilityFreedom,
  reference: CrossEntropy.lossesOfShares, recipe: crossEntropyRecipe,
  mistakes: crossEntropyMistakes,
  telling: randomShares,
  promises: { areShares($0[0].tensor) })

private let probabilityFreedom =
  [
    FreeDimension("rows", [1, 2, 3, .above(255), .above(65_535)]) {
      (x: Tensor, _: [Int]) in x.shape[0]
    },
    FreeDimension("columns", [1, 2, 3, .above(255)]) { (x: Tensor, _: [Int]) in
      x.shape[1]
    },
    FreeDimension("as many rows as columns") { (x: Tensor, _: [Int]) in
      x.shape[0] == x.shape[1] && x.count > 1
    },
    FreeDimension(
      "the probability of the right class",
      [
        0, .within(1e-37...1e-35), .within(1e-7...1e-5), .within(0.01...0.3),
        .within(0.301...0.98), .within(0.99...0.993), .within(0.999...0.9999),
        1,
      ]
    ) { (x: Tensor, y: [Int]) in
      zip(x.rows, y).map { row, label in Double(row[label]) }
    },
    FreeDimension("probabilities that are not multiples of 0.1") {
      (x: Tensor, _: [Int]) in
      x.shape[1] < 9
        && x.values.contains {
          ($0 * 10 - ($0 * 10).rounded()).magnitude > 0.01
        }
    },
  ] + labelFreedom

/// Probabilities, none of them 0, and labels.
private let randomShares: Inputs = { random, number in
  let x = random.shares(rows: 2 + number % 4, columns: 3 + number % 3)
  return arguments(x, random.labels(of: x, inner: number < 3))
}

private let crossEntropyMistakes: [KnownMistake] =
  [
    CrossEntropy.signForgotten { $0.picking($1).log() },
    CrossEntropy.baseTwo { -$0.picking($1).log() },
    KnownMistake("base-ten") { (x: Tensor, y: [Int]) in
      -x.picking(y).log() / Float(log(10.0))
    },
    KnownMistake("all-classes") { (x: Tensor, _: [Int]) in -x.log().sum(axis: 1)
    },
    KnownMistake("entropy") { (x: Tensor, _: [Int]) in
      -(x * x.log()).sum(axis: 1)
    },
    // The learner may take the logarithm for every class, where 0 times −∞ gives
    // NaN, or only where it is needed.
    KnownMistake("binary") { (x: Tensor, y: [Int]) in
      let hot = CrossEntropy.hot(y, x)
      return -(hot * x.log() + (1 - hot) * (1 - x).log()).sum(axis: 1)
    },
    KnownMistake("binary") { (x: Tensor, y: [Int]) in
      let hot = CrossEntropy.hot(y, x)
      return -(hot * x + (1 - hot) * (1 - x)).log().sum(axis: 1)
    },
    KnownMistake("highest-class") { (x: Tensor, _: [Int]) in
      -x.max(axis: 1).log()
    },
    KnownMistake("zero-times-infinity") { (x: Tensor, y: [Int]) in
      -(CrossEntropy.hot(y, x) * x.log()).sum(axis: 1)
    },
    KnownMistake("no-logarithm") { (x: Tensor, y: [Int]) in 1 - x.picking(y) },
    KnownMistake("softmax-applied") { (x: Tensor, y: [Int]) in x.crossEntropy(y)
    },
  ] + clamped
  + CrossEntropy.offByOne("the-loss-of-one-example") {
    -$0.picking($1).log()
  }
  + CrossEntropy.mistakesOfShape {
    -$0.picking($1).log()
  }

/// Each probability is raised to a bound, or increased by it.
private let clamped: [KnownMistake] =
  [
    0.0999, 0.1, 0.05, 0.01, 1e-3, 1e-4, 1e-5, 1e-6, 1e-7, 1e-8, 1e-9, 1e-10,
    1e-12, 1e-15, 1e-16,
  ].flatMap { (bound: Float) in
    [clamp { max($0, bound) }, clamp { $0 + bound }]
  }

private func clamp(
  _ clamped: @escaping @Sendable (Float) -> Float
) -> KnownMistake {
  KnownMistake("clamped") { (x: Tensor, y: [Int]) in
    -Tensor(x.picking(y).values.map(clamped)).log()
  }
}

extension SeededGenerator {
  /// Rows that give the right class these probabilities, and the other classes
  /// equal shares of the rest; and labels.
  fileprivate mutating func shares(
    ofRight probabilities: [Float], columns: Int
  ) -> [WireValue] {
    let labels = probabilities.map { _ in below(columns) }
    let rows = zip(labels, probabilities).map { label, p in
      (0..<columns).map { $0 == label ? p : (1 - p) / Float(columns - 1) }
    }
    return arguments(Tensor(rows), labels)
  }

  /// Rows of probabilities, none of them 0, in multiples of 0.1; for more than
  /// ten classes, in smaller steps.
  fileprivate mutating func shares(rows: Int, columns: Int) -> Tensor {
    let parts = columns > 10 ? 2 * columns : 10
    let values = (0..<rows).flatMap { _ in
      var counts = [Int](repeating: 1, count: columns)
      for _ in columns..<parts { counts[below(columns)] += 1 }
      return counts.map { Float($0) / Float(parts) }
    }
    return Tensor(values, shape: [rows, columns])
  }
}

package import Checks
internal import References
internal import Tensors
internal import Wire

/// The checks of lesson 05.
package let lossesChecks = ExerciseChecks(
  lesson: "losses", derivations: lossesDerivations,
  l2Checks + l1Checks + huberChecks + l2GradientChecks + l1GradientChecks
    + huberGradientChecks + constantsChecks)

// MARK: - Losses

private let l2Checks: [Check] =
  common(l2LossSubject, "l2", sizes: ordinary + squarable, section: squared)
  + lossProperties(l2LossSubject, "l2", section: squared)

private let l1Checks: [Check] =
  common(l1LossSubject, "l1", sizes: tiny + ordinary + huge, section: absolute)
  + lossProperties(l1LossSubject, "l1", section: absolute)

private let huberChecks: [Check] =
  common(huberLossSubject, "huber", sizes: ordinary + huge, section: huber)
  + lossProperties(huberLossSubject, "huber", section: huber) + [
    .agrees(
      "huber-joined", huberLossSubject,
      section: huber, trials: 4
    ) { random, number in
      let y = number == 0 ? 0 : Float(random.below(3))
      return arguments(
        Tensor(nearOne.map { y + $0 }), Tensor(nearOne.map { _ in y }))
    },
    .holds(
      "huber-below", huberLossSubject, section: huber
    ) { random, number in
      random.predictions(shape: [3 + number])
    } property: { trial in
      for (i, error) in errors(trial).enumerated() {
        let most = min(0.5 * error * error, error.magnitude)
        let received = Double(trial.tensor.values[i])
        // Each of the three is accurate to 1e-6 of itself.
        if !(received <= most * (1 + 1e-5) + 1e-6) {
          return Violation(
            "huber-below",
            [
              "error": Float(error), "most": Float(most),
              "received": Float(received),
            ])
        }
      }
      return nil
    },
  ]

/// The checks that every loss and gradient has: the example, random inputs,
/// shapes, and sizes.
///
/// `tolerance` applies to errors of any size.
private func common(
  _ subject: Subject, _ prefix: String, sizes: [Float], section: String,
  within tolerance: Tolerance = relative
) -> [Check] {
  [
    .agrees(
      "\(prefix)-example", subject,
      section: section, trials: 1
    ) { _, _ in
      arguments(Tensor([-1, 1.5, 2, 2.25, 4]), Tensor.ones(shape: [5]) * 2)
    },
    .agrees(
      "\(prefix)-agreement", subject, section: section
    ) { random, number in
      random.predictions(shape: [2 + number % 4, 1 + number % 3])
    },
    .agrees(
      "\(prefix)-shapes",
      subject, section: "one-loss-for-each-element", trials: shapes.count
    ) { random, number in
      random.predictions(shape: shapes[number % shapes.count])
    },
    .agrees(
      "\(prefix)-many", subject,
      section: section, trials: 1
    ) { random, _ in random.manyPredictions(shape: [2_510, 4]) },
    .agrees(
      "\(prefix)-sizes",
      subject, within: tolerance, section: section, trials: sizes.count
    ) { random, number in
      random.predictions(ofSize: sizes[number % sizes.count])
    },
  ]
}

/// Shapes of any rank with no, one, a few and more than 255 elements.
private let shapes = [
  [1], [4], [4, 1], [1, 3], [2, 3, 2], [], [0], [3, 0], [1, 1, 1, 5], [300],
]

// Each size of errors stands for the range up to ten times itself.

private let ordinary: [Float] = [
  5e-7, 1e-6, 1e-5, 1e-4, 1e-3, 0.01, 0.1, 1, 10, 100, 1e3, 1e4, 1e5, 1e6,
]

/// Sizes whose squares are Floats of full precision.
private let squarable: [Float] = [1e-10, 1e10, 1e17]

/// Sizes whose squares are 0 in Float.
private let tiny: [Float] = [1e-32, 1e-25]

/// Sizes beyond a billion; the squares of two of them are infinite in Float.
private let huge: [Float] = [1e10, 1e20, 1e36]

/// Errors around 1 and −1, where the formulas of Huber's loss meet; most are so
/// far off that they give different numbers.
private let nearOne: [Float] = [
  -1.03, -1.008, -1.001, -1, -0.999, -0.992, -0.97, 0.97, 0.992, 0.999, 1,
  1.001, 1.008, 1.03,
]

/// One subtraction and a few operations without cancellation, so tiny results
/// have as many correct digits as large ones.
private let relative = Tolerance(relative: 1e-5, absolute: 0)

private func lossProperties(
  _ subject: Subject, _ prefix: String, section: String
) -> [Check] {
  [
    .holds(
      "\(prefix)-symmetric",
      subject, section: section
    ) { random, number in
      random.predictions(shape: [2 + number % 3, 2])
    } property: { trial in
      let swapped = [trial.arguments[1], trial.arguments[0]]
      let after = try trial.call(swapped).tensor
      for (i, pair) in zip(trial.tensor.values, after.values).enumerated()
      where !((pair.0 - pair.1).magnitude <= 1e-5) {
        return Violation(
          "symmetric", ["index": i, "before": pair.0, "after": pair.1])
      }
      return nil
    },
    .holds(
      "\(prefix)-zero",
      subject, section: section, trials: 4
    ) { random, number in
      // Every second prediction is right.
      let y = random.predictions(shape: [4 + number])[1].tensor
      let moved = y.values.enumerated().map { i, value in
        i % 2 == 0 ? value : value + (i % 4 == 1 ? 0.5 : -2)
      }
      return arguments(Tensor(moved), y)
    } property: { trial in
      for (i, error) in errors(trial).enumerated() {
        let loss = trial.tensor.values[i]
        if error == 0 ? loss != 0 : !(loss > 0) {
          return Violation(
            "zero", ["error": Float(error), "loss": loss])
        }
      }
      return nil
    },
  ]
}

// MARK: - Gradients

private let l2GradientChecks: [Check] =
  common(
    l2GradientSubject, "l2-gradient", sizes: tiny + ordinary + huge,
    section: squared)
  + slopeProperties(l2GradientSubject, "l2-gradient", section: squared) {
    0.5 * $0 * $0
  }

private let l1GradientChecks: [Check] =
  common(
    l1GradientSubject, "l1-gradient", sizes: tiny + ordinary + huge,
    section: absolute)
  + slopeProperties(l1GradientSubject, "l1-gradient", section: absolute) {
    $0.magnitude
  } + [
    .agrees(
      "l1-gradient-kink", l1GradientSubject, section: absolute, trials: 3
    ) { random, number in
      // Both sides of the kink, and the kink itself.
      let y = random.predictions(shape: [3 + number])[1].tensor
      let moved = y.values.enumerated().map { i, value in
        value + [0, 1, -1][i % 3]
      }
      return arguments(Tensor(moved), y)
    }
  ]

private let huberGradientChecks: [Check] =
  common(
    huberGradientSubject, "huber-gradient", sizes: tiny + ordinary,
    section: huber,
    // (|e + 1| − |e − 1|) / 2 is also right, up to the last digit of the 1; but
    // beyond 2^24, where e + 1 is e, it is 0.
    within: Tolerance(relative: 1e-5, absolute: 1e-7))
  + slopeProperties(huberGradientSubject, "huber-gradient", section: huber) {
    huberLossByHand($0)
  } + [
    .agrees(
      "huber-gradient-joined", huberGradientSubject, section: huber, trials: 2
    ) { _, number in
      let near = [0] + nearOne
      let y = Tensor.zeros(shape: [near.count])
      return number == 0
        ? arguments(Tensor(near), y) : arguments(y, Tensor(near))
    }
  ]

private func slopeProperties(
  _ subject: Subject, _ prefix: String, section: String,
  loss: @escaping @Sendable (Double) -> Double
) -> [Check] {
  [
    .holds(
      "\(prefix)-slope",
      subject, section: "is-the-gradient-right"
    ) { random, number in
      random.predictions(shape: [2 + number % 4, 2])
    } property: { trial in
      // Central differences in Double, accurate to 1e-8 unless there is a kink
      // within the step; near the kinks nothing is checked.
      let step = 1e-4
      for (i, error) in errors(trial).enumerated()
      where error.magnitude > 1e-3 && (error.magnitude - 1).magnitude > 1e-3 {
        let rise = loss(error + step) - loss(error - step)
        let slope = Float(rise / (2 * step))
        let received = trial.tensor.values[i]
        if !((received - slope).magnitude <= 1e-4 * max(1, slope.magnitude)) {
          return Violation(
            "slope", ["index": i, "slope": slope, "received": received])
        }
      }
      return nil
    },
    .holds(
      "\(prefix)-opposite",
      subject, section: section
    ) { random, number in
      number == 7
        ? random.predictions(ofSize: 1e36)
        : random.predictions(shape: [2 + number % 4, 2])
    } property: { trial in
      let swapped = [trial.arguments[1], trial.arguments[0]]
      let after = try trial.call(swapped).tensor
      for (i, pair) in zip(trial.tensor.values, after.values).enumerated()
      where !((pair.0 + pair.1).magnitude <= 1e-5) {
        return Violation(
          "slope-symmetric", ["index": i, "before": pair.0, "after": pair.1])
      }
      return nil
    },
  ]
}

// MARK: - Inputs

private let squared = "the-squared-loss"
private let absolute = "the-absolute-loss"
private let huber = "hubers-loss"

/// The exact errors ŷ − y of a trial.
private func errors(_ trial: Trial) -> [Double] {
  zip(trial.tensor(0).values, trial.tensor(1).values).map {
    Double($0) - Double($1)
  }
}

extension SeededGenerator {
  /// Predictions and targets of the given shape, with small and large errors of
  /// either sign, none of them 0, 1 or −1.
  mutating func predictions(shape: [Int]) -> [WireValue] {
    let count = shape.reduce(1, *)
    let start = below(4)
    let y = (0..<count).map { _ in Float(below(81) - 40) / 10 }
    let sizes = (0..<count).map { i in
      // Alternately 0.1 to 0.9 and 1.1 to 4.9.
      (i + start) % 2 == 0
        ? Float(1 + below(9)) / 10 : 1.1 + Float(below(39)) / 10
    }
    let moved = y.indices.map { i in
      y[i] + ((i + start) % 4 < 2 ? sizes[i] : -sizes[i])
    }
    return arguments(Tensor(moved, shape: shape), Tensor(y, shape: shape))
  }

  /// About a hundred predictions and targets, repeated to fill a shape.
  fileprivate mutating func manyPredictions(shape: [Int]) -> [WireValue] {
    let count = shape.reduce(1, *)
    return predictions(shape: [97]).map { some in
      .tensor(Tensor(repeated(some.tensor.values, count: count), shape: shape))
    }
  }

  /// Predictions and targets from one to ten times `size`, with errors of that
  /// size.
  ///
  /// Some errors are the smallest that Float allows, and some are 0.
  fileprivate mutating func predictions(ofSize size: Float) -> [WireValue] {
    func number() -> Float {
      size * (1 + 9 * Float(uniform())) * (below(2) == 0 ? 1 : -1)
    }
    let isPositiveFirst = below(2) == 0
    let pairs = (0..<8).map { i in
      // There are positive and negative targets of each kind.
      let sign: Float = (i < 4) == isPositiveFirst ? 1 : -1
      let y = i % 4 == 0 ? 0 : sign * abs(number())
      return switch i % 4 {
      case 0: (y: y, moved: i == 0 ? size : -size)
      case 2: (y: y, moved: i == 2 ? y.nextUp : y.nextDown)
      case 3: (y: y, moved: y)
      default: (y: y, moved: y + number())
      }
    }
    return arguments(Tensor(pairs.map(\.moved)), Tensor(pairs.map(\.y)))
  }
}

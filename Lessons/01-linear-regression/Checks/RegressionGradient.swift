internal import Checks
internal import References
internal import Tensors
internal import Wire

// The gradient of the summed losses: its reference, known mistakes and checks.

let regressionGradientSubject = Subject(
  "regressionGradient(_:_:_:_:)", axes: ["nd", "n", "d", ""],
  freedom: gradientFreedom,
  reference: { (x: Tensor, y: Tensor, w: Tensor, b: Tensor) in
    gradient(x, regressionErrors(x, y, w, b))
  },
  mistakes: gradientMistakes,
  telling: { random, number in
    // Only a square matrix need not be transposed.
    random.slope(
      examples: 3 + number % 3, features: number % 4 == 1 ? 4 : 2 + number % 3)
  },
  parts: ["the gradient for w", "the gradient for b"])

private func gradient(_ x: Tensor, _ errors: [Double]) -> [Tensor] {
  [regressionSlopes(x, errors), Tensor([Float(errors.reduce(0, +))])]
}

private typealias Slope =
  @Sendable (_ x: Tensor, _ y: Tensor, _ w: Tensor, _ b: Tensor) throws
  -> [Tensor]

private func wrongGradient(
  _ key: String, _ imitation: @escaping Slope
) -> KnownMistake {
  KnownMistake(key) { (x: Tensor, y: Tensor, w: Tensor, b: Tensor) throws in
    try imitation(x, y, w, b)
  }
}

/// Changes the right gradients.
private func changed(
  _ change:
    @escaping @Sendable (
      _ w: Tensor, _ b: Tensor, _ x: Tensor, _ errors: [Double]
    ) -> [Tensor]
) -> Slope {
  { x, y, w, b in
    let errors = regressionErrors(x, y, w, b)
    let right = gradient(x, errors)
    return change(right[0], right[1], x, errors)
  }
}

private let gradientMistakes: [KnownMistake] = [
  wrongGradient("error-reversed", changed { w, b, _, _ in [-w, -b] }),
  wrongGradient(
    "gradient-of-mean",
    changed { w, b, x, _ in [w / Float(x.shape[0]), b / Float(x.shape[0])] }),
  wrongGradient(
    "gradient-of-mean.weights",
    changed { w, b, x, _ in [w / Float(x.shape[0]), b] }),
  wrongGradient(
    "bias-averaged", changed { w, b, x, _ in [w, b / Float(x.shape[0])] }),
  wrongGradient(
    "bias-averaged",
    changed { w, b, x, _ in [w, (b / Float(x.shape[0])).sum()] }
  ),
  wrongGradient("bias-scalar", changed { w, b, _, _ in [w, b.sum()] }),
  wrongGradient(
    "bias-column", changed { w, b, _, _ in [w, b.reshaped([1, 1])] }),
  wrongGradient(
    "bias-not-summed",
    changed { w, _, _, errors in [w, column(errors)] }),
  wrongGradient("gradient-doubled", changed { w, b, _, _ in [2 * w, 2 * b] }),
  wrongGradient("gradients-swapped", changed { w, b, _, _ in [b, w] }),
  wrongGradient(
    "inputs-forgotten",
    changed { w, b, _, _ in [w * 0 + b.reshaped([1, 1]), b] }),
  wrongGradient(
    "bias-with-inputs",
    changed { w, _, _, _ in [w, w.sum(axis: 0)] }),
  wrongGradient(
    "gradient-flat", changed { w, b, _, _ in [w.reshaped([-1]), b] }),
  wrongGradient(
    "gradient-row", changed { w, b, _, _ in [w.reshaped([1, -1]), b] }),
  wrongGradient(
    "gradient-each",
    changed { _, b, x, errors in [x * column(errors), b] }),
  wrongGradient(
    "gradient-each",
    changed { _, _, x, errors in [x * column(errors), column(errors)] }),
  wrongGradient(
    "not-transposed",
    { x, y, w, b in
      guard x.shape[0] == x.shape[1] else { throw NoImitation() }
      let errors = regressionErrors(x, y, w, b)
      return [regressionSlopes(x.transposed(), errors), gradient(x, errors)[1]]
    }),
  wrongGradient("bias-forgotten.gradient") { x, y, w, b in
    gradient(x, regressionErrors(x, y, w, b * 0))
  },
  wrongGradient("labels-forgotten") { x, y, w, b in
    gradient(x, regressionErrors(x, y * 0, w, b))
  },
  wrongGradient("loss-for-error") { x, y, w, b in
    gradient(x, regressionErrors(x, y, w, b).map { $0 * $0 / 2 })
  },
  wrongGradient("error-halved") { x, y, w, b in
    gradient(x, regressionErrors(x, y, w, b).map { $0 / 2 })
  },
]

private func column(_ numbers: [Double]) -> Tensor {
  Tensor(numbers.map { Float($0) }, shape: [numbers.count, 1])
}

private let gradientFreedom = [
  FreeDimension("examples", [1, 2, 3, .above(255), .above(65_535)]) {
    (x: Tensor, _: Tensor, _: Tensor, _: Tensor) in x.shape[0]
  },
  FreeDimension("features", [1, 2, 3, .above(255)]) {
    (x: Tensor, _: Tensor, _: Tensor, _: Tensor) in x.shape[1]
  },
  FreeDimension("as many examples as features") {
    (x: Tensor, _: Tensor, _: Tensor, _: Tensor) in
    x.shape[0] == x.shape[1] && x.count > 1
  },
  FreeDimension("a feature's magnitude", regressionMagnitudes) {
    (x: Tensor, _: Tensor, _: Tensor, _: Tensor) in magnitudes(of: x)
  },
  // A label is a prediction less an error, so its size varies more than theirs.
  FreeDimension(
    "a label's magnitude",
    [.within(1e-8...1e-3), .within(0.01...100), .within(1e4...1e9)]
  ) {
    (_: Tensor, y: Tensor, _: Tensor, _: Tensor) in magnitudes(of: y)
  },
  FreeDimension("a weight's magnitude", regressionMagnitudes) {
    (_: Tensor, _: Tensor, w: Tensor, _: Tensor) in magnitudes(of: w)
  },
  FreeDimension("the bias", [.below(0), .above(0)]) {
    (_: Tensor, _: Tensor, _: Tensor, b: Tensor) in [Double(b[0])]
  },
  FreeDimension("an error", [.below(-0.05), 0, .above(0.05)]) {
    (x: Tensor, y: Tensor, w: Tensor, b: Tensor) in
    x.count < 100 ? regressionErrors(x, y, w, b) : []
  },
  FreeDimension("no error at all") {
    (x: Tensor, y: Tensor, w: Tensor, b: Tensor) in
    x.count < 100 && regressionErrors(x, y, w, b).allSatisfy { $0 == 0 }
  },
]

let regressionGradientChecks: [Check] = [
  .agrees(
    "gradient-example", regressionGradientSubject, within: fewErrors,
    section: slope, trials: 1
  ) { _, _ in
    arguments(
      Tensor([[50, 10], [80, 40], [120, 20]]), Tensor([[155], [223], [360]]),
      Tensor([[3], [-1]]), Tensor([20]))
  },
  .agrees(
    "gradient-agreement", regressionGradientSubject, within: fewErrors,
    section: slope
  ) { random, number in
    random.slope(examples: 2 + number % 4, features: 2 + number % 3)
  },
  .agrees(
    "gradient-edges", regressionGradientSubject, within: fewErrors,
    section: slope,
    trials: 7
  ) { random, number in
    let shapes = [(1, 1), (3, 1), (1, 3), (2, 2), (4, 4), (2, 3), (3, 2)]
    let (examples, features) = shapes[number % shapes.count]
    guard number % shapes.count > 4 else {
      return random.slope(examples: examples, features: features)
    }
    // Some predictions, and at last all of them, are right.
    return random.wholeSlope(examples: examples, features: features) {
      number % shapes.count == 6 ? 0 : $0.below(2)
    }
  },
  .holds(
    "gradient-descends", regressionGradientSubject, within: fewErrors,
    section: slope,
    trials: 4
  ) { random, number in
    random.slope(examples: 3 + number, features: 2)
  } property: { trial in
    guard case .list(let parts) = trial.received else { return nil }
    let (x, y) = (trial.tensor(0), trial.tensor(1))
    let (w, b) = (trial.tensor(2), trial.tensor(3))
    let (slopeW, slopeB) = (parts[0].tensor, parts[1].tensor)
    let steepness = (slopeW.squared().sum() + slopeB.squared().sum()).item
    // With features up to 5, the loss curves by less than 50 per example.
    let rate = 0.01 / Float(x.shape[0])
    let before = total(regressionErrors(x, y, w, b))
    let after = total(
      regressionErrors(x, y, w - rate * slopeW, b - rate * slopeB))
    guard steepness > 0.1, !(after < before) else { return nil }
    return Violation("gradient-descends", ["before": before, "after": after])
  },
  .agrees(
    "gradient-sizes", regressionGradientSubject,
    within: Tolerance(relative: 1e-4, absolute: 0), section: slope, trials: 7
  ) { random, number in
    let sizes: [(Float, Float)] = [
      (1, 1), (1e-6, 1), (1e6, 1), (1, 1e-6), (1, 1e6), (1e-6, 1e-6),
      (1e5, 1),
    ]
    let (size, x) = sizes[number % sizes.count]
    return random.slope(
      examples: 2 + number % 3, features: 1 + number % 3, ofSize: size,
      featuresOfSize: x)
  },
  // Sums of whole numbers below 2²⁴ are exact in Float.
  .agrees(
    "gradient-many", regressionGradientSubject, within: fewErrors,
    section: slope, trials: 3
  ) { random, number in
    let shapes = [(3, 290 + random.below(20)), (300, 2), (65_600, 2)]
    let (examples, features) = shapes[number % shapes.count]
    return random.wholeSlope(examples: examples, features: features) {
      1 + $0.below(4)
    }
  },
]

private func total(_ errors: [Double]) -> Double {
  errors.reduce(0) { $0 + $1 * $1 / 2 }
}

/// For sums of at most six products of a feature below 5 and an error that is
/// accurate to 2e-5, since predictions stay below 100.
private let fewErrors = Tolerance(relative: 1e-5, absolute: 1e-3)

private let slope = "the-slope-of-the-loss"

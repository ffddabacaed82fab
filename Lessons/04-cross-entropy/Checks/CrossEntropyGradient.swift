internal import Checks
internal import References
internal import System
internal import Tensors
internal import Wire

/// The checks of `crossEntropyGradient`.
let crossEntropyGradientChecks: [Check] = [
  .agrees(
    "gradient-example", gradient,
    within: slopes, section: "the-gradient", trials: 1
  ) { _, _ in arguments(Tensor([[2, 1, -2], [0, 0, 0]]), [0, 2]) },
  .agrees(
    "gradient-agreement", gradient, within: slopes, section: "the-gradient",
    inputs: ordinaryLogits),
  .holds(
    "gradient-slope", gradient,
    within: slopes, section: "the-gradient"
  ) { random, number in
    let x = random.normalScores(rows: 2 + number % 2, columns: 2 + number % 4)
    return arguments(x, random.labels(of: x))
  } property: {
    wrongSlope(in: $0)
  },
  .holds(
    "gradient-sums-to-zero", gradient, within: slopes,
    section: "the-gradient"
  ) { random, number in
    let x = random.normalScores(rows: 2 + number % 3, columns: 2 + number % 4)
    return arguments(x, random.labels(of: x))
  } property: { trial in
    // The probabilities sum to 1 within 1e-6, and 1 is subtracted from one of
    // them.
    for (i, row) in trial.tensor.rows.enumerated() {
      let sum = row.reduce(0, +)
      if !(sum.magnitude <= 1e-4) {
        return Violation(
          "gradient-sums-to-zero", ["row": i, "sum": sum])
      }
    }
    return nil
  },
  .agrees(
    "gradient-edges",
    gradient, within: slopes, section: "the-gradient", trials: 5
  ) { random, number in
    let x = random.edgeScores(number)
    return arguments(x, random.labels(of: x))
  },
  .agrees(
    "gradient-overflow", gradient, within: largeSlopes, section: "the-gradient",
    trials: 12
  ) { random, number in
    let x =
      number > 5
      ? hugeScores(number)
      : random.largeScores(rows: 1 + number / 3, columns: 1 + number % 3)
    return arguments(x, random.labels(of: x))
  },
  .agrees(
    "gradient-any-size",
    gradient, within: largeSlopes, section: "the-gradient", trials: 6
  ) { random, number in
    let x = random.scores(ofSizeNumber: number)
    return arguments(x, random.labels(of: x))
  },
  .agrees(
    "gradient-many", gradient,
    within: slopes, section: "the-gradient", trials: 4
  ) { random, number in
    let x = random.manySizes(number % 4)
    return arguments(x, random.farLabels(of: x))
  },
]

/// A slope is a probability minus 0 or 1.
///
/// If the probability is computed as exp(x − log Σ exp x), it has the rounding
/// error of a loss.
private let slopes = Tolerance(relative: 1e-5, absolute: 1e-5)

/// Like `slopes`, with the rounding error of `CrossEntropy.largeLosses`.
private let largeSlopes = Tolerance(relative: 0, absolute: 5e-3)

/// Finds a gradient that differs from the slope of the loss, which is measured
/// by moving each score a little down and up.
///
/// With steps of 1e-4 in Double, the measured slope is accurate to 1e-8.
private func wrongSlope(in trial: Trial) -> Violation? {
  let (x, labels) = (trial.tensor(0), trial.labels(1))
  let step = 1e-4
  for (i, row) in x.rows.enumerated() {
    let scores = row.map(Double.init)
    for j in scores.indices {
      var (down, up) = (scores, scores)
      down[j] -= step
      up[j] += step
      let rise =
        CrossEntropy.loss(of: up, labels[i])
        - CrossEntropy.loss(of: down, labels[i])
      let slope = Float(rise / (2 * step))
      let received = trial.tensor.values[i * scores.count + j]
      if !((received - slope).magnitude <= 1e-4) {
        return Violation(
          "slope", ["row": i, "class": j, "slope": slope, "received": received])
      }
    }
  }
  return nil
}

private let gradient = Subject(
  "crossEntropyGradient(logits:_:)", axes: ["nq", "n<q"],
  freedom: scoresFreedom { (x: Tensor, _: [Int]) in x } + labelFreedom,
  reference: CrossEntropy.gradientByHand, recipe: gradientRecipe,
  mistakes: gradientMistakes
    + CrossEntropy.offByOne("the-gradient") {
      $0.softmax() - CrossEntropy.hot($1, $0)
    },
  telling: ordinaryLogits)

private let gradientMistakes: [KnownMistake] = [
  .gradient("labels-forgotten") { x, _ in x.softmax() },
  .gradient("sign-flipped") { CrossEntropy.hot($1, $0) - $0.softmax() },
  .gradient("no-softmax") { $0 - CrossEntropy.hot($1, $0) },
  .gradient("divided-by-n.gradient") {
    ($0.softmax() - CrossEntropy.hot($1, $0)) / Float($1.count)
  },
  .gradient("softmax-multiplied") {
    $0.softmax() * ($0.softmax() - CrossEntropy.hot($1, $0))
  },
  .gradient("one-everywhere") { x, _ in x.softmax() - 1 },
  .gradient("label-as-value") {
    $0.softmax() - Tensor($1.map { Float($0) }).reshaped([-1, 1])
  },
  .gradient("column-softmax") {
    $0.transposed().softmax().transposed() - CrossEntropy.hot($1, $0)
  },
  .gradient("logarithm") { $0.logSoftmax() - CrossEntropy.hot($1, $0) },
  .gradient("by-probabilities") { -CrossEntropy.hot($1, $0) / $0.softmax() },
  .gradient("summed") {
    ($0.softmax() - CrossEntropy.hot($1, $0)).sum(axis: 0)
  },
  .gradient("summed.averaged") {
    ($0.softmax() - CrossEntropy.hot($1, $0)).mean(axis: 0)
  },
  CrossEntropy.overflow { (x: Tensor, y: [Int]) in
    x.exp() / x.exp().sum(axis: 1, keepingDimensions: true)
      - CrossEntropy.hot(y, x)
  },
]

extension KnownMistake {
  fileprivate static func gradient(
    _ key: String,
    imitation: @escaping @Sendable (Tensor, [Int]) -> Tensor
  ) -> KnownMistake {
    KnownMistake(key, imitation: imitation)
  }
}

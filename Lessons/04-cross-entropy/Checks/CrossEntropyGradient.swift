internal import Checks
internal import Tensors
internal import Wire

#if canImport(Darwin)
internal import Darwin
#elseif canImport(Musl)
internal import Musl
#else
internal import Glibc
#endif

/// What "right" means for `crossEntropyGradient`.
let crossEntropyGradientChecks: [Check] = [
  .agrees(
    "gradient-example", "right for the lesson's scores", gradient,
    within: slopes, section: "the-gradient", trials: 1
  ) { _, _ in arguments(Tensor([[2, 1, -2], [0, 0, 0]]), [0, 2]) },
  .agrees(
    "gradient-agreement", "softmax of each row, less 1 at the label",
    gradient, within: slopes, section: "the-gradient"
  ) { random, number in
    let x = random.normalScores(rows: 2 + number % 4, columns: 3 + number % 3)
    return arguments(x, random.labels(of: x, inner: number < 3))
  },
  .holds(
    "gradient-slope", "the slope of the loss along every score", gradient,
    within: slopes, section: "the-gradient"
  ) { random, number in
    let x = random.normalScores(rows: 2 + number % 2, columns: 2 + number % 4)
    return arguments(x, random.labels(of: x))
  } property: {
    wrongSlope(in: $0)
  },
  .holds(
    "gradient-sums-to-zero", "each row sums to 0", gradient, within: slopes,
    section: "the-gradient"
  ) { random, number in
    let x = random.normalScores(rows: 2 + number % 3, columns: 2 + number % 4)
    return arguments(x, random.labels(of: x))
  } property: { trial in
    // The shares sum to 1 within 1e-6, and 1 is taken from one of them.
    for (i, row) in trial.tensor.rows.enumerated() {
      let sum = row.reduce(0, +)
      if !(sum.magnitude <= 1e-4) {
        return Violation(
          "row \(i) should sum to 0, sums to \(sum)",
          expected: shown(trial.expected))
      }
    }
    return nil
  },
  .agrees(
    "gradient-edges", "right for one row, for one class and for equal scores",
    gradient, within: slopes, section: "the-gradient", trials: 4
  ) { random, number in
    let x =
      switch number {
      case 0: random.normalScores(rows: 1, columns: 4)
      case 1: random.normalScores(rows: 4, columns: 1)
      case 2: Tensor([[5, 5, 5, 5], [-3, -3, -3, -3]])
      default: Tensor.zeros(shape: [2, 10])
      }
    return arguments(x, random.labels(of: x))
  },
  .agrees(
    "gradient-overflow", "stays finite for scores of 10,000 and far beyond",
    gradient, within: largeSlopes, section: "the-gradient"
  ) { random, number in
    let x =
      number > 5
      ? random.hugeScores()
      : random.largeScores(rows: 1 + number / 3, columns: 1 + number % 3)
    return arguments(x, random.labels(of: x))
  },
  .agrees(
    "gradient-any-size", "right for scores of any size, off any grid",
    gradient, within: largeSlopes, section: "the-gradient", trials: 6
  ) { random, number in
    let x = random.scores(ofSizeNumber: number)
    return arguments(x, random.labels(of: x))
  },
  .agrees(
    "gradient-many", "right for 500 rows, and for dozens of classes", gradient,
    within: slopes, section: "the-gradient", trials: 4
  ) { random, number in
    let x = random.manySizes(number)
    return arguments(x, random.farLabels(of: x))
  },
]

/// A slope is a share less 0 or 1; a share computed as exp(x − log Σ exp x)
/// has the rounding of a loss.
private let slopes = Tolerance(relative: 1e-5, absolute: 1e-5)

/// As `slopes`, with the rounding of `CrossEntropy.largeLosses`.
private let largeSlopes = Tolerance(relative: 0, absolute: 5e-3)

/// A gradient other than the slope of the loss, measured by moving each score
/// a little down and up.
///
/// With steps of 1e-4 in Double the measured slope is right to 1e-8.
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
          "moving score [\(i), \(j)] changes the loss at a slope of \(slope); "
            + "the gradient says \(received)",
          expected: shown(trial.expected))
      }
    }
  }
  return nil
}

private let gradient = Subject(
  "crossEntropyGradient(logits:_:)", axes: ["nq", "n<q"],
  freedom: scoresFreedom { (x: Tensor, _: [Int]) in x } + labelFreedom,
  reference: CrossEntropy.gradientByHand,
  mistakes: gradientMistakes
    + CrossEntropy.offByOne("the-gradient") {
      $0.softmax() - CrossEntropy.hot($1, $0)
    })

private let gradientMistakes: [KnownMistake] = [
  .gradient(
    "labels-forgotten",
    "You returned softmax alone; subtract 1 at the right class of each row."
  ) { x, _ in x.softmax() },
  .gradient(
    "sign-flipped",
    "You subtracted softmax from the labels; the gradient is softmax minus "
      + "the labels, so that a step against it raises the right score."
  ) { CrossEntropy.hot($1, $0) - $0.softmax() },
  .gradient(
    "no-softmax",
    "You subtracted the labels from the scores; take softmax of the scores "
      + "first."
  ) { $0 - CrossEntropy.hot($1, $0) },
  .gradient(
    "divided-by-n",
    "You divided by the number of examples; here each row keeps the "
      + "gradient of its own loss."
  ) { ($0.softmax() - CrossEntropy.hot($1, $0)) / Float($1.count) },
  .gradient(
    "one-everywhere",
    "You subtracted 1 from every class; subtract it at the right class only."
  ) { x, _ in x.softmax() - 1 },
  .gradient(
    "label-as-value",
    "You subtracted the label's number; subtract 1 in the label's place."
  ) { $0.softmax() - Tensor($1.map { Float($0) }).reshaped([-1, 1]) },
  .gradient(
    "column-softmax",
    "Your softmax runs along axis 0, over the examples; the classes of one "
      + "example lie along axis 1."
  ) { $0.transposed().softmax().transposed() - CrossEntropy.hot($1, $0) },
  .gradient(
    "logarithm",
    "You took the logarithm of softmax; the gradient is softmax itself, "
      + "less 1 at the label."
  ) { $0.logSoftmax() - CrossEntropy.hot($1, $0) },
  .gradient(
    "by-probabilities",
    "You returned the slope along the probabilities, −1 / ŷ at the label; "
      + "wanted is the slope along the scores."
  ) { -CrossEntropy.hot($1, $0) / $0.softmax() },
  .gradient(
    "summed",
    "You summed over the examples; here each row keeps the gradient of its "
      + "own loss, and the shape is [n, q]."
  ) { ($0.softmax() - CrossEntropy.hot($1, $0)).sum(axis: 0) },
  .gradient(
    "summed",
    "You averaged over the examples; here each row keeps the gradient of "
      + "its own loss, and the shape is [n, q]."
  ) { ($0.softmax() - CrossEntropy.hot($1, $0)).mean(axis: 0) },
  CrossEntropy.overflow { (x: Tensor, y: [Int]) in
    x.exp() / x.exp().sum(axis: 1, keepingDimensions: true)
      - CrossEntropy.hot(y, x)
  },
]

extension KnownMistake {
  fileprivate static func gradient(
    _ id: String, _ explanation: String,
    imitation: @escaping @Sendable (Tensor, [Int]) -> Tensor
  ) -> KnownMistake {
    KnownMistake(
      id, explanation, section: "the-gradient", imitation: imitation)
  }
}

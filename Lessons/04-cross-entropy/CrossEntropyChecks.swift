package import Checks
internal import Tensors
internal import Wire

#if canImport(Darwin)
internal import Darwin
#elseif canImport(Musl)
internal import Musl
#else
internal import Glibc
#endif

/// What "right" means for lesson 04.
package let crossEntropyChecks = ExerciseChecks(
  lesson: "cross-entropy", hints: crossEntropyHints,
  derivations: crossEntropyDerivations,
  probabilityChecks + logSumExpChecks + logitChecks + gradientChecks)

private let probabilityChecks: [Check] = [
  .agrees(
    "ce-example", "the losses of the lesson's two rows", crossEntropy,
    within: losses, section: "one-loss-for-each-row", trials: 1
  ) { _, _ in
    arguments(Tensor([[0.1, 0.3, 0.6], [0.3, 0.2, 0.5]]), [0, 2])
  },
  .holds(
    "ce-agreement", "minus the logarithm of the right class's probability",
    crossEntropy, within: losses, section: "the-loss-of-one-example"
  ) { random, number in
    let x = random.shares(rows: 2 + number % 4, columns: 3 + number % 3)
    return arguments(x, random.labels(of: x, inner: number < 3))
  } property: {
    wrongLoss(in: $0)
  },
  .holds(
    "ce-right-class-only", "the other classes' probabilities do not matter",
    crossEntropy, within: losses, section: "the-loss-of-one-example"
  ) { random, number in
    let x = random.shares(rows: 1 + number % 3, columns: 3 + number % 3)
    return arguments(x, random.labels(of: x))
  } property: { trial in
    let x = trial.tensor(0)
    guard areShares(x) else { return nil }
    // The labels' places are mirrored along with the classes.
    let mirrored = rows(of: x).map { Array($0.reversed()) }
    let labels = trial.labels(1).map { x.shape[1] - 1 - $0 }
    let after = try trial.call(arguments(Tensor(mirrored), labels)).tensor
    for (i, pair) in zip(trial.tensor.values, after.values).enumerated()
    where !((pair.0 - pair.1).magnitude <= 1e-4) {
      return Violation(
        "the loss of row \(i) changed from \(pair.0) to \(pair.1) when the "
          + "classes, and the labels with them, were written backwards",
        expected: shown(trial.expected))
    }
    return nil
  },
  .holds(
    "ce-certain", "0 where the right class is certain", crossEntropyUndiagnosed,
    within: losses, section: "the-loss-of-one-example", trials: 3
  ) { random, number in
    let labels = (0..<1 + number % 3).map { _ in random.below(3) }
    return arguments(
      hot(labels, Tensor.zeros(shape: [labels.count, 3])), labels)
  } property: {
    wrongLoss(in: $0)
  },
  .holds(
    "ce-edges", "right for one row and for one class", crossEntropyUndiagnosed,
    within: losses, section: "one-loss-for-each-row", trials: 4
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
    "ce-many", "right for 500 rows", crossEntropy, within: losses,
    section: "one-loss-for-each-row", trials: 1
  ) { random, _ in
    let x = random.shares(rows: 500, columns: 9)
    return arguments(x, random.labels(of: x))
  } property: {
    wrongLoss(in: $0)
  },
]

private let logSumExpChecks: [Check] = [
  .agrees(
    "lse-example", "right for the lesson's rows", logSumExp, within: losses,
    section: "log-sum-exp-without-overflow", trials: 1
  ) { _, _ in arguments(Tensor([[2, 1, -2], [0, 0, 0]])) },
  .agrees(
    "lse-agreement", "the logarithm of the sum of each row's exponentials",
    logSumExp, within: losses, section: "log-sum-exp-without-overflow"
  ) { random, number in
    arguments(random.scores(rows: 2 + number % 4, columns: 3 + number % 3))
  },
  .holds(
    "lse-bounds", "at least the largest score, at most log q above it",
    logSumExp, within: losses, section: "log-sum-exp-without-overflow"
  ) { random, number in
    arguments(random.scores(rows: 1 + number % 3, columns: 1 + number))
  } property: { trial in
    for (i, row) in rows(of: trial.tensor(0)).enumerated() {
      let above = trial.tensor.values[i] - (row.max() ?? 0)
      let most = Float(log(Double(row.count)))
      if !(above >= -1e-4 && above <= most + 1e-4) {
        return Violation(
          "row \(i) should give between \(row.max() ?? 0) and log "
            + "\(row.count) more, gives \(trial.tensor.values[i])",
          expected: shown(trial.expected))
      }
    }
    return nil
  },
  .holds(
    "lse-shift", "adding a number to a row adds it to the result", logSumExp,
    within: losses, section: "log-sum-exp-without-overflow"
  ) { random, number in
    arguments(random.scores(rows: 1 + number % 3, columns: 2 + number % 3))
  } property: { trial in
    let after = try trial.call(arguments(trial.tensor(0) + 30)).tensor
    for (i, pair) in zip(trial.tensor.values, after.values).enumerated()
    where !((pair.0 + 30 - pair.1).magnitude <= 1e-4) {
      return Violation(
        "adding 30 to row \(i) should give \(pair.0 + 30), gives \(pair.1)",
        expected: shown(trial.expected))
    }
    return nil
  },
  .agrees(
    "lse-edges", "right for one row, for one class and for equal scores",
    logSumExp, within: losses, section: "log-sum-exp-without-overflow",
    trials: 4
  ) { random, number in
    switch number {
    case 0: arguments(random.scores(rows: 1, columns: 4))
    case 1: arguments(random.scores(rows: 4, columns: 1))
    case 2: arguments(Tensor([[5, 5, 5, 5], [-3, -3, -3, -3]]))
    default: arguments(Tensor.zeros(shape: [2, 10]))
    }
  },
  .agrees(
    "lse-overflow", "stays finite for scores as large as 10,000", logSumExp,
    within: losses, section: "log-sum-exp-without-overflow"
  ) { random, number in
    arguments(random.large(rows: 1 + number / 3, columns: 1 + number % 3))
  },
  .agrees(
    "lse-far-apart", "right for rows whose scores lie far apart", logSumExp,
    within: losses, section: "log-sum-exp-without-overflow"
  ) { random, number in arguments(random.farApart(columns: 2 + number % 3)) },
  .agrees(
    "lse-many", "right for 500 rows", logSumExp, within: losses,
    section: "log-sum-exp-without-overflow", trials: 1
  ) { random, _ in arguments(random.scores(rows: 500, columns: 10)) },
]

private let logitChecks: [Check] = [
  .agrees(
    "logits-example", "right for the lesson's scores", logitLoss,
    within: losses, section: "scores-instead-of-probabilities", trials: 1
  ) { _, _ in arguments(Tensor([[2, 1, -2], [0, 0, 0]]), [0, 2]) },
  .agrees(
    "logits-agreement", "log-sum-exp minus the score of the right class",
    logitLoss, within: losses, section: "scores-instead-of-probabilities"
  ) { random, number in
    let x = random.scores(rows: 2 + number % 4, columns: 3 + number % 3)
    return arguments(x, random.labels(of: x, inner: number < 3))
  },
  .holds(
    "logits-shift", "adding a number to a row's scores changes nothing",
    logitLoss, within: losses, section: "scores-instead-of-probabilities"
  ) { random, number in
    let x = random.scores(rows: 1 + number % 3, columns: 2 + number % 3)
    return arguments(x, random.labels(of: x))
  } property: { trial in
    let after = try trial.call(
      arguments(trial.tensor(0) + 30, trial.labels(1))
    ).tensor
    for (i, pair) in zip(trial.tensor.values, after.values).enumerated()
    where !((pair.0 - pair.1).magnitude <= 1e-4) {
      return Violation(
        "adding 30 to row \(i) changed its loss from \(pair.0) to \(pair.1)",
        expected: shown(trial.expected))
    }
    return nil
  },
  .holds(
    "logits-not-negative", "no loss is below 0", logitLoss, within: losses,
    section: "the-loss-of-one-example"
  ) { random, number in
    let x = random.scores(rows: 2 + number % 3, columns: 3 + number % 3)
    return arguments(x, random.labels(of: x))
  } property: { trial in
    // Two nearly equal numbers are subtracted: −1e-6 may stand for 0.
    guard let i = trial.tensor.values.firstIndex(where: { !($0 >= -1e-4) })
    else { return nil }
    return Violation(
      "the loss of row \(i) should be at least 0, is \(trial.tensor.values[i])",
      expected: shown(trial.expected))
  },
  .agrees(
    "logits-edges", "right for one row, for one class and for equal scores",
    logitLoss, within: losses, section: "scores-instead-of-probabilities",
    trials: 4
  ) { random, number in
    let x =
      switch number {
      case 0: random.scores(rows: 1, columns: 4)
      case 1: random.scores(rows: 4, columns: 1)
      case 2: Tensor([[5, 5, 5, 5], [-3, -3, -3, -3]])
      default: Tensor.zeros(shape: [2, 10])
      }
    return arguments(x, random.labels(of: x))
  },
  .agrees(
    "logits-overflow", "stays finite for scores as large as 10,000",
    logitLoss, within: largeLosses, section: "log-sum-exp-without-overflow"
  ) { random, number in
    let x = random.large(rows: 1 + number / 3, columns: 1 + number % 3)
    return arguments(x, random.labels(of: x))
  },
  .agrees(
    "logits-far-apart", "right for rows whose scores lie far apart",
    logitLoss, within: largeLosses, section: "log-sum-exp-without-overflow"
  ) { random, number in
    let x = random.farApart(columns: 2 + number % 3)
    return arguments(x, random.labels(of: x))
  },
  .agrees(
    "logits-many", "right for 500 rows", logitLoss, within: losses,
    section: "scores-instead-of-probabilities", trials: 1
  ) { random, _ in
    let x = random.scores(rows: 500, columns: 10)
    return arguments(x, random.labels(of: x))
  },
]

private let gradientChecks: [Check] = [
  .agrees(
    "gradient-example", "right for the lesson's scores", gradient,
    within: slopes, section: "the-gradient", trials: 1
  ) { _, _ in arguments(Tensor([[2, 1, -2], [0, 0, 0]]), [0, 2]) },
  .agrees(
    "gradient-agreement", "softmax of each row, less 1 at the label",
    gradient, within: slopes, section: "the-gradient"
  ) { random, number in
    let x = random.scores(rows: 2 + number % 4, columns: 3 + number % 3)
    return arguments(x, random.labels(of: x, inner: number < 3))
  },
  .holds(
    "gradient-slope", "the slope of the loss along every score", gradient,
    within: slopes, section: "the-gradient"
  ) { random, number in
    let x = random.scores(rows: 2 + number % 2, columns: 2 + number % 4)
    return arguments(x, random.labels(of: x))
  } property: {
    wrongSlope(in: $0)
  },
  .holds(
    "gradient-sums-to-zero", "each row sums to 0", gradient, within: slopes,
    section: "the-gradient"
  ) { random, number in
    let x = random.scores(rows: 2 + number % 3, columns: 2 + number % 4)
    return arguments(x, random.labels(of: x))
  } property: { trial in
    // The shares sum to 1 within 1e-6, and 1 is taken from one of them.
    for (i, row) in rows(of: trial.tensor).enumerated() {
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
      case 0: random.scores(rows: 1, columns: 4)
      case 1: random.scores(rows: 4, columns: 1)
      case 2: Tensor([[5, 5, 5, 5], [-3, -3, -3, -3]])
      default: Tensor.zeros(shape: [2, 10])
      }
    return arguments(x, random.labels(of: x))
  },
  .agrees(
    "gradient-overflow", "stays finite for scores as large as 10,000",
    gradient, within: largeSlopes, section: "the-gradient"
  ) { random, number in
    let x = random.large(rows: 1 + number / 3, columns: 1 + number % 3)
    return arguments(x, random.labels(of: x))
  },
  .agrees(
    "gradient-many", "right for 500 rows", gradient, within: slopes,
    section: "the-gradient", trials: 1
  ) { random, _ in
    let x = random.scores(rows: 500, columns: 10)
    return arguments(x, random.labels(of: x))
  },
]

// MARK: - Tolerances

/// A loss near 0 is a difference of numbers near 10, each rounded to 5e-7.
private let losses = Tolerance(relative: 1e-5, absolute: 1e-5)

/// Near 10,000 neighbouring Floats lie 1e-3 apart, and a loss is a sum of
/// three such numbers.
private let largeLosses = Tolerance(relative: 1e-5, absolute: 5e-3)

/// A slope is a share less 0 or 1; a share computed as exp(x − log Σ exp x)
/// has the rounding of a loss.
private let slopes = Tolerance(relative: 1e-5, absolute: 1e-5)

/// As `slopes`, with the rounding of `largeLosses`.
private let largeSlopes = Tolerance(relative: 0, absolute: 5e-3)

// MARK: - Properties

/// A loss other than the reference's, where the rows are probabilities; while
/// an input is made smaller they may cease to be.
private func wrongLoss(in trial: Trial) -> Violation? {
  guard areShares(trial.tensor(0)),
    trial.expected.tensor.values.allSatisfy(\.isFinite)
  else { return nil }
  return difference(of: trial.received, from: trial.expected, within: losses)
    .map { Violation($0, expected: shown(trial.expected)) }
}

private func areShares(_ x: Tensor) -> Bool {
  rows(of: x).allSatisfy { row in
    row.allSatisfy { $0 >= 0 } && (row.reduce(0, +) - 1).magnitude < 1e-3
  }
}

/// A gradient other than the slope of the loss, measured by moving each score
/// a little down and up.
///
/// With steps of 1e-4 in Double the measured slope is right to 1e-8.
private func wrongSlope(in trial: Trial) -> Violation? {
  let (x, labels) = (trial.tensor(0), trial.labels(1))
  let step = 1e-4
  for (i, row) in rows(of: x).enumerated() {
    let scores = row.map(Double.init)
    for j in scores.indices {
      var (down, up) = (scores, scores)
      down[j] -= step
      up[j] += step
      let rise = loss(of: up, labels[i]) - loss(of: down, labels[i])
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

extension Trial {
  /// The labels that are argument `index`.
  fileprivate func labels(_ index: Int) -> [Int] {
    if case .integers(let labels) = arguments[index] { labels } else { [] }
  }
}

// MARK: - What is right: number by number, in Double

private func logOfSum(of scores: [Double]) -> Double {
  let largest = scores.max() ?? 0
  return largest + log(scores.reduce(0) { $0 + exp($1 - largest) })
}

private func loss(of scores: [Double], _ label: Int) -> Double {
  logOfSum(of: scores) - scores[label]
}

private func lossesByHand(_ x: Tensor, _ y: [Int]) -> Tensor {
  Tensor(zip(rows(of: x), y).map { Float(loss(of: $0.map(Double.init), $1)) })
}

private func gradientByHand(_ x: Tensor, _ y: [Int]) -> Tensor {
  Tensor(
    zip(rows(of: x), y).map { row, label in
      let scores = row.map(Double.init)
      let logSum = logOfSum(of: scores)
      return scores.indices.map { j in
        Float(exp(scores[j] - logSum) - (j == label ? 1 : 0))
      }
    })
}

/// The rows of a matrix.
private func rows(of x: Tensor) -> [[Float]] {
  (0..<x.shape[0]).map { x.row($0).values }
}

// MARK: - The four functions and what goes wrong in them

private let crossEntropy = crossEntropySubject(mistakes: crossEntropyMistakes)

/// For inputs so alike that several mistakes come to the same.
private let crossEntropyUndiagnosed = crossEntropySubject(mistakes: [])

private func crossEntropySubject(mistakes: [KnownMistake]) -> Subject {
  Subject(
    "crossEntropy(_:_:)", axes: ["nq", "n<q"],
    reference: { (yHat: Tensor, y: [Int]) in
      Tensor(zip(rows(of: yHat), y).map { Float(-log(Double($0[$1]))) })
    }, mistakes: mistakes)
}

private let crossEntropyMistakes: [KnownMistake] =
  [
    .signForgotten { $0.picking($1).log() },
    .baseTwo { -$0.picking($1).log() },
    KnownMistake(
      "base-ten",
      "You took logarithms to base 10; here they are natural ones, `log()`.",
      section: "the-loss-of-one-example"
    ) { (x: Tensor, y: [Int]) in -x.picking(y).log() / Float(log(10.0)) },
    KnownMistake(
      "all-classes",
      "You summed minus the logarithms of all classes; only the right class "
        + "counts.",
      section: "the-loss-of-one-example"
    ) { (x: Tensor, _: [Int]) in -x.log().sum(axis: 1) },
    KnownMistake(
      "entropy",
      "You computed the entropy of each row, −Σ ŷ log ŷ, in which the labels "
        + "take no part. Take −log ŷ of the right class.",
      section: "the-loss-of-one-example"
    ) { (x: Tensor, _: [Int]) in -(x * x.log()).sum(axis: 1) },
    KnownMistake(
      "no-logarithm",
      "You returned 1 − ŷ of the right class; the loss is −log ŷ.",
      section: "the-loss-of-one-example"
    ) { (x: Tensor, y: [Int]) in 1 - x.picking(y) },
    KnownMistake(
      "softmax-applied",
      "ŷ holds probabilities already; you took softmax of them once more.",
      section: "one-loss-for-each-row"
    ) { (x: Tensor, y: [Int]) in x.crossEntropy(y) },
  ] + offByOne("the-loss-of-one-example") { -$0.picking($1).log() }
  + mistakesOfShape("one-loss-for-each-row") { -$0.picking($1).log() }

private let logSumExpMistakes: [KnownMistake] = [
  .overflow { (x: Tensor) in x.exp().sum(axis: 1).log() },
  .lse(
    "maximum-not-added",
    "You subtracted the largest score and did not add it back: "
      + "log Σ exp x = m + log Σ exp(x − m)."
  ) { $0.logSumExp() - $0.max(axis: 1) },
  .lse(
    "maximum-subtracted-twice",
    "You subtracted the largest score once more at the end; it has to be "
      + "added back: log Σ exp x = m + log Σ exp(x − m)."
  ) { $0.logSumExp() - $0.max(axis: 1) - $0.max(axis: 1) },
  .lse(
    "whole-maximum",
    "You subtracted the largest score of the whole matrix. A row far below "
      + "it becomes all zeros, whose logarithm is −infinity: subtract each "
      + "row's own largest score."
  ) { ($0 - $0.max()).exp().sum(axis: 1).log() + $0.max() },
  .lse(
    "no-exponential", "You summed the scores; sum their exponentials."
  ) { $0.sum(axis: 1).log() },
  .lse(
    "no-logarithm",
    "You returned the sum of the exponentials; take its logarithm."
  ) { $0.exp().sum(axis: 1) },
  .lse(
    "mean-of-exponentials",
    "You took the mean of the exponentials; take their sum."
  ) { $0.logSumExp() - Float(log(Double($0.shape[1]))) },
  .lse(
    "only-maximum",
    "You returned the largest score. Log-sum-exp lies close above it, by "
      + "the logarithm of the sum of exp(x − m)."
  ) { $0.max(axis: 1) },
  .lse(
    "base-two", "You took logarithms to base 2; here they are natural ones."
  ) { $0.logSumExp() / Float(log(2.0)) },
  .lse(
    "over-columns",
    "You summed along axis 0, over the examples; the classes of one example "
      + "lie along axis 1."
  ) { $0.transposed().logSumExp() },
  .lse(
    "whole-sum",
    "You summed the whole matrix; each row has a result of its own."
  ) { $0.reshaped([1, -1]).logSumExp().reshaped([]) },
  .lse("column-vector", columnVector) {
    $0.logSumExp().reshaped([-1, 1])
  },
]

private let logSumExp = Subject(
  "logSumExp(_:)", axes: ["nq"],
  reference: { (x: Tensor) in
    Tensor(rows(of: x).map { Float(logOfSum(of: $0.map(Double.init))) })
  },
  mistakes: logSumExpMistakes)

private let logitLossMistakes: [KnownMistake] = [
  .overflow { (x: Tensor, y: [Int]) in
    x.exp().sum(axis: 1).log() - x.picking(y)
  },
  .overflow { (x: Tensor, y: [Int]) in
    -(x.exp() / x.exp().sum(axis: 1, keepingDimensions: true)).picking(y)
      .log()
  },
  .logits(
    "log-of-zero",
    "Your softmax rounds a tiny probability to 0, and log 0 is −infinity. "
      + "Leave the probabilities out: log-sum-exp minus the right score."
  ) { -$0.softmax().picking($1).log() },
  .clamped(at: 1e-7), .clamped(at: 1e-8), .clamped(at: 1e-9),
  .clamped(at: 1e-10), .clamped(at: 1e-12),
  .logits(
    "whole-maximum",
    "You subtracted the largest score of the whole matrix. A row far below "
      + "it becomes all zeros, whose logarithm is −infinity: subtract each "
      + "row's own largest score."
  ) { ($0 - $0.max()).exp().sum(axis: 1).log() + $0.max() - $0.picking($1) },
  .logits(
    "score-forgotten",
    "You returned log-sum-exp; subtract the score of the right class."
  ) { x, _ in x.logSumExp() },
  .logits(
    "maximum-not-added",
    "You subtracted the largest score within log-sum-exp and did not add it "
      + "back: log Σ exp x = m + log Σ exp(x − m)."
  ) { $0.crossEntropy($1) - $0.max(axis: 1) },
  .logits(
    "logits-as-probabilities",
    "You took −log of the score itself. Scores are no probabilities: take "
      + "log-sum-exp minus the right score."
  ) { -$0.picking($1).log() },
  .logits(
    "softmax-twice",
    "You turned the scores into probabilities, and these into "
      + "probabilities once more. This function wants the scores."
  ) { $0.softmax().crossEntropy($1) },
  .logits(
    "all-classes",
    "You subtracted the scores of all classes; subtract the right one's."
  ) { x, _ in x.logSumExp() - x.sum(axis: 1) },
  .signForgotten { -$0.crossEntropy($1) },
  .baseTwo { $0.crossEntropy($1) },
]

private let logitLoss = Subject(
  "crossEntropy(logits:_:)", axes: ["nq", "n<q"], reference: lossesByHand,
  mistakes: logitLossMistakes + offByOne("scores-instead-of-probabilities") { $0.crossEntropy($1) }
    + mistakesOfShape("scores-instead-of-probabilities") { $0.crossEntropy($1) }
)

private let gradientMistakes: [KnownMistake] = [
  .gradient(
    "labels-forgotten",
    "You returned softmax alone; subtract 1 at the right class of each row."
  ) { x, _ in x.softmax() },
  .gradient(
    "sign-flipped",
    "You subtracted softmax from the labels; the gradient is softmax minus "
      + "the labels, so that a step against it raises the right score."
  ) { hot($1, $0) - $0.softmax() },
  .gradient(
    "no-softmax",
    "You subtracted the labels from the scores; take softmax of the scores "
      + "first."
  ) { $0 - hot($1, $0) },
  .gradient(
    "divided-by-n",
    "You divided by the number of examples; here each row keeps the "
      + "gradient of its own loss."
  ) { ($0.softmax() - hot($1, $0)) / Float($1.count) },
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
  ) { $0.transposed().softmax().transposed() - hot($1, $0) },
  .gradient(
    "logarithm",
    "You took the logarithm of softmax; the gradient is softmax itself, "
      + "less 1 at the label."
  ) { $0.logSoftmax() - hot($1, $0) },
  .gradient(
    "by-probabilities",
    "You returned the slope along the probabilities, −1 / ŷ at the label; "
      + "wanted is the slope along the scores."
  ) { -hot($1, $0) / $0.softmax() },
  .gradient(
    "summed",
    "You summed over the examples; here each row keeps the gradient of its "
      + "own loss, and the shape is [n, q]."
  ) { ($0.softmax() - hot($1, $0)).sum(axis: 0) },
  .gradient(
    "summed",
    "You averaged over the examples; here each row keeps the gradient of "
      + "its own loss, and the shape is [n, q]."
  ) { ($0.softmax() - hot($1, $0)).mean(axis: 0) },
  .overflow { (x: Tensor, y: [Int]) in
    x.exp() / x.exp().sum(axis: 1, keepingDimensions: true) - hot(y, x)
  },
]

private let gradient = Subject(
  "crossEntropyGradient(logits:_:)", axes: ["nq", "n<q"],
  reference: gradientByHand,
  mistakes: gradientMistakes + offByOne("the-gradient") { $0.softmax() - hot($1, $0) })

private let columnVector =
  "The numbers are right, but they stand in a column of shape [n, 1]; the "
  + "result has shape [n]."

/// One number for the whole batch, or a column.
private func mistakesOfShape(
  _ section: String,
  _ losses: @escaping @Sendable (Tensor, [Int]) -> Tensor
) -> [KnownMistake] {
  let mean =
    "You returned the mean over the rows; wanted is one loss for each row, "
    + "of shape [n]."
  let sum =
    "You returned the sum over the rows; wanted is one loss for each row, of "
    + "shape [n]."
  return [
    KnownMistake("mean", mean, section: section) { (x: Tensor, y: [Int]) in
      losses(x, y).mean()
    },
    KnownMistake("mean", mean, section: section) { (x: Tensor, y: [Int]) in
      losses(x, y).mean().reshaped([1])
    },
    KnownMistake("sum", sum, section: section) { (x: Tensor, y: [Int]) in
      losses(x, y).sum()
    },
    KnownMistake("sum", sum, section: section) { (x: Tensor, y: [Int]) in
      losses(x, y).sum().reshaped([1])
    },
    KnownMistake(
      "divided-by-n",
      "You divided each loss by the number of rows; each row keeps its own "
        + "loss.",
      section: section
    ) { (x: Tensor, y: [Int]) in losses(x, y) / Float(y.count) },
    KnownMistake(
      "column-vector", columnVector, section: section
    ) { (x: Tensor, y: [Int]) in losses(x, y).reshaped([-1, 1]) },
  ]
}

/// The class before the right one, or the class after it.
private func offByOne(
  _ section: String,
  _ imitation: @escaping @Sendable (Tensor, [Int]) -> Tensor
) -> [KnownMistake] {
  [-1, 1].map { shift in
    KnownMistake(
      "off-by-one",
      "You took the class beside the right one: labels are counted from 0.",
      section: section
    ) { (x: Tensor, y: [Int]) throws in
      let labels = y.map { $0 + shift }
      guard labels.allSatisfy({ 0..<x.shape[1] ~= $0 }) else {
        throw NoAnswer()
      }
      return imitation(x, labels)
    }
  }
}

extension KnownMistake {
  fileprivate static func overflow<each Argument: WireConvertible>(
    _ imitation: @escaping @Sendable (repeat each Argument) throws -> Tensor
  ) -> KnownMistake {
    KnownMistake(
      "no-maximum",
      "exp overflows to infinity for scores above 88, and to 0 far below. "
        + "Subtract the row's largest score before taking exp.",
      section: "log-sum-exp-without-overflow", imitation: imitation)
  }

  fileprivate static func lse(
    _ id: String, _ explanation: String,
    imitation: @escaping @Sendable (Tensor) -> Tensor
  ) -> KnownMistake {
    KnownMistake(
      id, explanation, section: "log-sum-exp-without-overflow",
      imitation: imitation)
  }

  fileprivate static func logits(
    _ id: String, _ explanation: String,
    imitation: @escaping @Sendable (Tensor, [Int]) -> Tensor
  ) -> KnownMistake {
    KnownMistake(
      id, explanation, section: "scores-instead-of-probabilities",
      imitation: imitation)
  }

  fileprivate static func clamped(at least: Float) -> KnownMistake {
    .logits(
      "clamped",
      "A small number added before the logarithm keeps the loss finite, but "
        + "caps it: a model that is utterly wrong is told that it is a little "
        + "wrong. Leave the probabilities out: log-sum-exp minus the right "
        + "score."
    ) { -($0.softmax().picking($1) + least).log() }
  }

  fileprivate static func gradient(
    _ id: String, _ explanation: String,
    imitation: @escaping @Sendable (Tensor, [Int]) -> Tensor
  ) -> KnownMistake {
    KnownMistake(
      id, explanation, section: "the-gradient", imitation: imitation)
  }

  fileprivate static func signForgotten(
    _ imitation: @escaping @Sendable (Tensor, [Int]) -> Tensor
  ) -> KnownMistake {
    KnownMistake(
      "sign-forgotten",
      "The sign is the wrong way round: the logarithm of a probability is "
        + "negative, and the loss is minus the logarithm.",
      section: "the-loss-of-one-example", imitation: imitation)
  }

  fileprivate static func baseTwo(
    _ losses: @escaping @Sendable (Tensor, [Int]) -> Tensor
  ) -> KnownMistake {
    KnownMistake(
      "base-two",
      "You took logarithms to base 2, which gives the loss in bits; here they "
        + "are natural ones, `log()`.",
      section: "the-loss-of-one-example"
    ) { (x: Tensor, y: [Int]) in losses(x, y) / Float(log(2.0)) }
  }
}

/// Where a mistake gives no answer, because the program stops.
private struct NoAnswer: Error {}

/// The labels as rows of zeros with a single 1, as wide as `x`.
private func hot(_ labels: [Int], _ x: Tensor) -> Tensor {
  var result = Tensor.zeros(shape: x.shape)
  for (i, label) in labels.enumerated() { result[i, label] = 1 }
  return result
}

// MARK: - Random inputs

extension SeededGenerator {
  /// Scores of mean 0 and standard deviation 2, in tenths to be readable.
  fileprivate mutating func scores(rows: Int, columns: Int) -> Tensor {
    let values = (0..<rows * columns).map { _ in
      (Float(normal()) * 20).rounded() / 10
    }
    return Tensor(values, shape: [rows, columns])
  }

  /// Scores of whole thousands, up to 10,000 above or below 0.
  fileprivate mutating func large(rows: Int, columns: Int) -> Tensor {
    let values = (0..<rows * columns).map { _ in
      Float(1 + below(10)) * (below(2) == 0 ? 1_000 : -1_000)
    }
    return Tensor(values, shape: [rows, columns])
  }

  /// Three rows: around 0, around 1,000 and around −1,000.
  fileprivate mutating func farApart(columns: Int) -> Tensor {
    scores(rows: 3, columns: columns) + Tensor([[0], [1_000], [-1_000]])
  }

  /// Rows of probabilities in whole tenths, none of them 0; at most ten to a
  /// row.
  fileprivate mutating func shares(rows: Int, columns: Int) -> Tensor {
    let values = (0..<rows).flatMap { _ in
      var tenths = [Int](repeating: 1, count: columns)
      for _ in columns..<10 { tenths[below(columns)] += 1 }
      return tenths.map { Float($0) / 10 }
    }
    return Tensor(values, shape: [rows, columns])
  }

  /// A label for each row; `inner` ones are neither the first nor the last
  /// class, so that whoever counts from 1 gets an answer, and is told so.
  fileprivate mutating func labels(
    of x: Tensor, inner: Bool = false
  ) -> [Int] {
    let q = x.shape[1]
    return (0..<x.shape[0]).map { _ in
      inner ? 1 + below(max(q - 2, 1)) : below(q)
    }
  }
}

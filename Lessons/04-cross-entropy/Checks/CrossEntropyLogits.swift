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

/// What "right" means for `crossEntropy(logits:_:)`.
let crossEntropyLogitChecks: [Check] = [
  .agrees(
    "logits-example", "right for the lesson's scores", logitLoss,
    within: CrossEntropy.losses, section: "scores-instead-of-probabilities",
    trials: 1
  ) { _, _ in arguments(Tensor([[2, 1, -2], [0, 0, 0]]), [0, 2]) },
  .agrees(
    "logits-agreement", "log-sum-exp minus the score of the right class",
    logitLoss, within: CrossEntropy.losses,
    section: "scores-instead-of-probabilities"
  ) { random, number in
    let x = random.normalScores(rows: 2 + number % 4, columns: 3 + number % 3)
    return arguments(x, random.labels(of: x, inner: number < 3))
  },
  .holds(
    "logits-shift", "adding a number to a row's scores changes nothing",
    logitLoss, within: CrossEntropy.losses,
    section: "scores-instead-of-probabilities"
  ) { random, number in
    let x = random.normalScores(rows: 1 + number % 3, columns: 2 + number % 3)
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
    "logits-not-negative", "no loss is below 0", logitLoss,
    within: CrossEntropy.losses,
    section: "the-loss-of-one-example"
  ) { random, number in
    let x = random.normalScores(rows: 2 + number % 3, columns: 3 + number % 3)
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
    logitLoss, within: CrossEntropy.losses,
    section: "scores-instead-of-probabilities",
    trials: 4
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
    "logits-overflow", "stays finite for scores of 10,000 and far beyond",
    logitLoss, within: CrossEntropy.largeLosses,
    section: "log-sum-exp-without-overflow"
  ) { random, number in
    let x =
      number > 5
      ? random.hugeScores()
      : random.largeScores(rows: 1 + number / 3, columns: 1 + number % 3)
    return arguments(x, random.labels(of: x))
  },
  .agrees(
    "logits-far-apart", "right for rows whose scores lie far apart",
    logitLoss, within: CrossEntropy.largeLosses,
    section: "log-sum-exp-without-overflow"
  ) { random, number in
    let x = random.scoresFarApart(columns: 2 + number % 3)
    return arguments(x, random.labels(of: x))
  },
  .agrees(
    "logits-any-size", "right for scores of any size, off any grid", logitLoss,
    within: CrossEntropy.largeLosses,
    section: "scores-instead-of-probabilities", trials: 6
  ) { random, number in
    let x = random.scores(ofSizeNumber: number)
    return arguments(x, random.labels(of: x))
  },
  .agrees(
    "logits-many", "right for 500 rows, and for dozens of classes", logitLoss,
    within: CrossEntropy.losses, section: "scores-instead-of-probabilities",
    trials: 4
  ) { random, number in
    let x = random.manySizes(number)
    return arguments(x, random.farLabels(of: x))
  },
]

private let logitLoss = Subject(
  "crossEntropy(logits:_:)", axes: ["nq", "n<q"],
  freedom: scoresFreedom { (x: Tensor, _: [Int]) in x } + labelFreedom,
  reference: CrossEntropy.lossesByHand,
  mistakes: logitLossMistakes
    + CrossEntropy.offByOne("scores-instead-of-probabilities") {
      $0.crossEntropy($1)
    }
    + CrossEntropy.mistakesOfShape("scores-instead-of-probabilities") {
      $0.crossEntropy($1)
    }
)

private let logitLossMistakes: [KnownMistake] = [
  CrossEntropy.overflow { (x: Tensor, y: [Int]) in
    x.exp().sum(axis: 1).log() - x.picking(y)
  },
  CrossEntropy.overflow { (x: Tensor, y: [Int]) in
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
  CrossEntropy.signForgotten { -$0.crossEntropy($1) },
  CrossEntropy.baseTwo { $0.crossEntropy($1) },
]

extension KnownMistake {
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
}

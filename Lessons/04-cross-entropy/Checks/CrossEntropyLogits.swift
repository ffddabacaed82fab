internal import Checks
internal import References
internal import Tensors
internal import Wire

/// The checks of `crossEntropy(logits:_:)`.
let crossEntropyLogitChecks: [Check] = [
  .agrees(
    "logits-example", logitLoss,
    within: CrossEntropy.losses, section: "scores-instead-of-probabilities",
    trials: 1
  ) { _, _ in arguments(Tensor([[2, 1, -2], [0, 0, 0]]), [0, 2]) },
  .agrees(
    "logits-agreement", logitLoss, within: CrossEntropy.losses,
    section: "scores-instead-of-probabilities", inputs: ordinaryLogits
  ),
  .holds(
    "logits-shift", logitLoss, within: CrossEntropy.losses,
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
        "logits-shift", ["row": i, "before": pair.0, "after": pair.1])
    }
    return nil
  },
  .holds(
    "logits-not-negative", logitLoss,
    within: CrossEntropy.losses,
    section: "the-loss-of-one-example"
  ) { random, number in
    let x = random.normalScores(rows: 2 + number % 3, columns: 3 + number % 3)
    return arguments(x, random.labels(of: x))
  } property: { trial in
    // Two nearly equal numbers are subtracted, so −1e-6 may stand for 0.
    guard let i = trial.tensor.values.firstIndex(where: { !($0 >= -1e-4) })
    else { return nil }
    return Violation(
      "logits-not-negative", ["row": i, "received": trial.tensor.values[i]])
  },
  .agrees(
    "logits-edges", logitLoss, within: CrossEntropy.losses,
    section: "scores-instead-of-probabilities",
    trials: 6
  ) { random, number in
    // Losses of 5e-5 and 7e-5.
    if number == 5 { return arguments(Tensor([[10, 0], [0, 9.5]]), [0, 1]) }
    let x = random.edgeScores(number)
    return arguments(x, random.labels(of: x))
  },
  .agrees(
    "logits-overflow", logitLoss, within: CrossEntropy.largeLosses,
    section: "log-sum-exp-without-overflow", trials: 13
  ) { random, number in
    // The labels include some whose scores are far below the largest, which
    // two classes may share.
    if number == 12 {
      return arguments(Tensor([[5e3, 0, 5e3], [-1e3, -1e3, -9e3]]), [1, 2])
    }
    if number > 5 { return arguments(hugeScores(number), [1, 0, 0]) }
    let x = random.largeScores(rows: 1 + number / 3, columns: 1 + number % 3)
    return arguments(x, random.labels(of: x))
  },
  .agrees(
    "logits-far-apart", logitLoss, within: CrossEntropy.largeLosses,
    section: "log-sum-exp-without-overflow"
  ) { random, number in
    let x = random.scoresFarApart(columns: 2 + number % 3)
    return arguments(x, random.labels(of: x))
  },
  .agrees(
    "logits-any-size", logitLoss,
    within: CrossEntropy.largeLosses,
    section: "scores-instead-of-probabilities", trials: 6
  ) { random, number in
    let x = random.scores(ofSizeNumber: number)
    return arguments(x, random.labels(of: x))
  },
  .agrees(
    "logits-many", logitLoss,
    within: CrossEntropy.longSums, section: "scores-instead-of-probabilities",
    trials: 6
  ) { random, number in
    let x = random.manySizes(number)
    return arguments(x, random.farLabels(of: x))
  },
]

/// Logits around 0, and labels.
let ordinaryLogits: Inputs = { random, number in
  let x = random.normalScores(rows: 2 + number % 4, columns: 3 + number % 3)
  return arguments(x, random.labels(of: x, inner: number < 3))
}

private let logitLoss = Subject(
  "crossEntropy(logits:_:)", axes: ["nq", "n<q"],
  freedom: scoresFreedom(columns: longRows) { (x: Tensor, _: [Int]) in x }
    + labelFreedom,
  reference: CrossEntropy.lossesByHand, recipe: logitLossRecipe,
  mistakes: logitLossMistakes
    + CrossEntropy.offByOne("scores-instead-of-probabilities") {
      $0.crossEntropy($1)
    }
    + CrossEntropy.mistakesOfShape {
      $0.crossEntropy($1)
    },
  telling: ordinaryLogits)

private let logitLossMistakes: [KnownMistake] = [
  CrossEntropy.overflow { (x: Tensor, y: [Int]) in
    x.exp().sum(axis: 1).log() - x.picking(y)
  },
  CrossEntropy.overflow { (x: Tensor, y: [Int]) in
    -(x.exp() / x.exp().sum(axis: 1, keepingDimensions: true)).picking(y)
      .log()
  },
  .logits("log-of-zero") { -$0.softmax().picking($1).log() },
  .clamped(at: 1e-7), .clamped(at: 1e-8), .clamped(at: 1e-9),
  .clamped(at: 1e-10), .clamped(at: 1e-12),
  .logits("whole-maximum") {
    ($0 - $0.max()).exp().sum(axis: 1).log() + $0.max() - $0.picking($1)
  },
  .logits("score-forgotten") { x, _ in x.logSumExp() },
  .logits("score-added") { $0.logSumExp() + $0.picking($1) },
  .logits("maximum-not-added.logits") { $0.crossEntropy($1) - $0.max(axis: 1) },
  .logits("logits-as-probabilities") { -$0.picking($1).log() },
  .logits("softmax-twice") { $0.softmax().crossEntropy($1) },
  .logits("all-classes.logits") { x, _ in x.logSumExp() - x.sum(axis: 1) },
  CrossEntropy.signForgotten { -$0.crossEntropy($1) },
  CrossEntropy.baseTwo { $0.crossEntropy($1) },
]

extension KnownMistake {
  fileprivate static func logits(
    _ key: String,
    imitation: @escaping @Sendable (Tensor, [Int]) -> Tensor
  ) -> KnownMistake {
    KnownMistake(key, imitation: imitation)
  }

  fileprivate static func clamped(at least: Float) -> KnownMistake {
    .logits("clamped.logits") { -($0.softmax().picking($1) + least).log() }
  }
}

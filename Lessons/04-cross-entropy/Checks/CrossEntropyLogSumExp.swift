internal import Checks
internal import References
internal import System
internal import Tensors
internal import Wire

/// The checks of `logSumExp`.
let crossEntropyLogSumExpChecks: [Check] = [
  .agrees(
    "lse-example", logSumExp,
    within: CrossEntropy.losses,
    section: "log-sum-exp-without-overflow", trials: 1
  ) { _, _ in arguments(Tensor([[2, 1, -2], [0, 0, 0]])) },
  .agrees(
    "lse-agreement", logSumExp, within: CrossEntropy.losses,
    section: "log-sum-exp-without-overflow"
  ) { random, number in
    arguments(
      random.normalScores(rows: 2 + number % 4, columns: 3 + number % 3))
  },
  .holds(
    "lse-bounds", logSumExp, within: CrossEntropy.losses,
    section: "log-sum-exp-without-overflow"
  ) { random, number in
    arguments(random.normalScores(rows: 1 + number % 3, columns: 1 + number))
  } property: { trial in
    for (i, row) in trial.tensor(0).rows.enumerated() {
      let above = trial.tensor.values[i] - (row.max() ?? 0)
      let most = Float(log(Double(row.count)))
      if !(above >= -1e-4 && above <= most + 1e-4) {
        return Violation(
          "lse-bounds",
          [
            "row": i, "largest": row.max() ?? 0, "classes": row.count,
            "received": trial.tensor.values[i],
          ])
      }
    }
    return nil
  },
  .holds(
    "lse-shift", logSumExp,
    within: CrossEntropy.losses, section: "log-sum-exp-without-overflow"
  ) { random, number in
    arguments(
      random.normalScores(rows: 1 + number % 3, columns: 2 + number % 3))
  } property: { trial in
    let after = try trial.call(arguments(trial.tensor(0) + 30)).tensor
    for (i, pair) in zip(trial.tensor.values, after.values).enumerated()
    where !((pair.0 + 30 - pair.1).magnitude <= 1e-4) {
      return Violation(
        "lse-shift", ["row": i, "wanted": pair.0 + 30, "received": pair.1])
    }
    return nil
  },
  .agrees(
    "lse-edges", logSumExp, within: CrossEntropy.losses,
    section: "log-sum-exp-without-overflow",
    trials: 5
  ) { random, number in
    arguments(random.edgeScores(number))
  },
  .agrees(
    "lse-overflow", logSumExp,
    within: CrossEntropy.losses, section: "log-sum-exp-without-overflow",
    trials: 12
  ) { random, number in
    arguments(
      number > 5
        ? hugeScores(number)
        : random.largeScores(rows: 1 + number / 3, columns: 1 + number % 3))
  },
  .agrees(
    "lse-far-apart", logSumExp,
    within: CrossEntropy.losses, section: "log-sum-exp-without-overflow"
  ) { random, number in
    arguments(random.scoresFarApart(columns: 2 + number % 3))
  },
  .agrees(
    "lse-any-size", logSumExp,
    within: CrossEntropy.largeLosses, section: "log-sum-exp-without-overflow",
    trials: 6
  ) { random, number in
    arguments(random.scores(ofSizeNumber: number))
  },
  .agrees(
    "lse-one-class", logSumExp, within: Tolerance(relative: 1e-6, absolute: 0),
    section: "log-sum-exp-without-overflow", trials: 6
  ) { random, number in
    let x = random.scores(ofSizeNumber: number).values
    return arguments(Tensor(x, shape: [x.count, 1]))
  },
  .agrees(
    "lse-many", logSumExp,
    within: CrossEntropy.longSums, section: "log-sum-exp-without-overflow",
    trials: 6
  ) { random, number in
    arguments(random.manySizes(number))
  },
]

private let logSumExp = Subject(
  "logSumExp(_:)", axes: ["nq"],
  freedom: scoresFreedom(columns: longRows) { (x: Tensor) in x },
  reference: CrossEntropy.logSumsByHand, recipe: logSumExpRecipe,
  mistakes: logSumExpMistakes,
  telling: { random, number in
    arguments(
      random.normalScores(rows: 3 + number % 3, columns: 3 + number % 4))
  })

private let logSumExpMistakes: [KnownMistake] = [
  CrossEntropy.overflow { (x: Tensor) in x.exp().sum(axis: 1).log() },
  .lse("maximum-not-added") { $0.logSumExp() - $0.max(axis: 1) },
  .lse("maximum-subtracted-twice") {
    $0.logSumExp() - $0.max(axis: 1) - $0.max(axis: 1)
  },
  .lse("maximum-added-twice") { $0.logSumExp() + $0.max(axis: 1) },
  .lse("whole-maximum") { ($0 - $0.max()).exp().sum(axis: 1).log() + $0.max() },
  .lse("no-exponential") { $0.sum(axis: 1).log() },
  .lse("no-logarithm.lse") { $0.exp().sum(axis: 1) },
  .lse("mean-of-exponentials") {
    $0.logSumExp() - Float(log(Double($0.shape[1])))
  },
  .lse("only-maximum") { $0.max(axis: 1) },
  .lse("base-two.lse") { $0.logSumExp() / Float(log(2.0)) },
  .lse("over-columns") { $0.transposed().logSumExp() },
  .lse("whole-sum") { $0.reshaped([1, -1]).logSumExp().reshaped([]) },
  .lse("column-vector") {
    $0.logSumExp().reshaped([-1, 1])
  },
]

extension KnownMistake {
  fileprivate static func lse(
    _ key: String,
    imitation: @escaping @Sendable (Tensor) -> Tensor
  ) -> KnownMistake {
    KnownMistake(key, imitation: imitation)
  }
}

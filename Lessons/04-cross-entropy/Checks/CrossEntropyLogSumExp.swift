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

/// What "right" means for `logSumExp`.
let crossEntropyLogSumExpChecks: [Check] = [
  .agrees(
    "lse-example", "right for the lesson's rows", logSumExp,
    within: CrossEntropy.losses,
    section: "log-sum-exp-without-overflow", trials: 1
  ) { _, _ in arguments(Tensor([[2, 1, -2], [0, 0, 0]])) },
  .agrees(
    "lse-agreement", "the logarithm of the sum of each row's exponentials",
    logSumExp, within: CrossEntropy.losses,
    section: "log-sum-exp-without-overflow"
  ) { random, number in
    arguments(
      random.normalScores(rows: 2 + number % 4, columns: 3 + number % 3))
  },
  .holds(
    "lse-bounds", "at least the largest score, at most log q above it",
    logSumExp, within: CrossEntropy.losses,
    section: "log-sum-exp-without-overflow"
  ) { random, number in
    arguments(random.normalScores(rows: 1 + number % 3, columns: 1 + number))
  } property: { trial in
    for (i, row) in trial.tensor(0).rows.enumerated() {
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
    within: CrossEntropy.losses, section: "log-sum-exp-without-overflow"
  ) { random, number in
    arguments(
      random.normalScores(rows: 1 + number % 3, columns: 2 + number % 3))
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
    logSumExp, within: CrossEntropy.losses,
    section: "log-sum-exp-without-overflow",
    trials: 4
  ) { random, number in
    switch number {
    case 0: arguments(random.normalScores(rows: 1, columns: 4))
    case 1: arguments(random.normalScores(rows: 4, columns: 1))
    case 2: arguments(Tensor([[5, 5, 5, 5], [-3, -3, -3, -3]]))
    default: arguments(Tensor.zeros(shape: [2, 10]))
    }
  },
  .agrees(
    "lse-overflow", "stays finite for scores of 10,000 and far beyond",
    logSumExp,
    within: CrossEntropy.losses, section: "log-sum-exp-without-overflow"
  ) { random, number in
    arguments(
      number > 5
        ? random.hugeScores()
        : random.largeScores(rows: 1 + number / 3, columns: 1 + number % 3))
  },
  .agrees(
    "lse-far-apart", "right for rows whose scores lie far apart", logSumExp,
    within: CrossEntropy.losses, section: "log-sum-exp-without-overflow"
  ) { random, number in
    arguments(random.scoresFarApart(columns: 2 + number % 3))
  },
  .agrees(
    "lse-any-size", "right for scores of any size, off any grid", logSumExp,
    within: CrossEntropy.largeLosses, section: "log-sum-exp-without-overflow",
    trials: 6
  ) { random, number in
    arguments(random.scores(ofSizeNumber: number))
  },
  .agrees(
    "lse-one-class", "of a single score that score, however small",
    logSumExp, within: Tolerance(relative: 1e-6, absolute: 0),
    section: "log-sum-exp-without-overflow", trials: 6
  ) { random, number in
    let x = random.scores(ofSizeNumber: number).values
    return arguments(Tensor(x, shape: [x.count, 1]))
  },
  .agrees(
    "lse-many", "right for 500 rows, and for dozens of classes", logSumExp,
    within: CrossEntropy.losses, section: "log-sum-exp-without-overflow",
    trials: 4
  ) { random, number in
    arguments(random.manySizes(number))
  },
]

private let logSumExp = Subject(
  "logSumExp(_:)", axes: ["nq"],
  freedom: scoresFreedom { (x: Tensor) in x },
  reference: CrossEntropy.logSumsByHand,
  mistakes: logSumExpMistakes)

private let logSumExpMistakes: [KnownMistake] = [
  CrossEntropy.overflow { (x: Tensor) in x.exp().sum(axis: 1).log() },
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
  .lse("column-vector", CrossEntropy.columnVector) {
    $0.logSumExp().reshaped([-1, 1])
  },
]

extension KnownMistake {
  fileprivate static func lse(
    _ id: String, _ explanation: String,
    imitation: @escaping @Sendable (Tensor) -> Tensor
  ) -> KnownMistake {
    KnownMistake(
      id, explanation, section: "log-sum-exp-without-overflow",
      imitation: imitation)
  }
}

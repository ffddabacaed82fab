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

/// What "right" means for lesson 03.
package let softmaxChecks = ExerciseChecks(
  lesson: "softmax", hints: softmaxHints, derivations: softmaxDerivations,
  [
    .agrees(
      "example", "gives the probabilities of the lesson's rows", softmax,
      section: "divide-by-the-sum-of-the-row", trials: 2
    ) { _, number in
      let rows: [[Float]] = [[2, 1, -2], [0, 0, 0]]
      return arguments(Tensor(number == 0 ? rows : [rows[0]]))
    },
    .holds(
      "rows-sum-to-one", "each row sums to 1", softmax,
      section: "divide-by-the-sum-of-the-row"
    ) { random, number in
      arguments(random.scores(rows: 1 + number / 2, columns: 2 + number % 4))
    } property: { trial in
      // A sum of a few shares, each right to 6e-8 of itself.
      for (i, row) in rows(of: trial.tensor).enumerated() {
        let sum = row.reduce(0, +)
        if !((sum - 1).magnitude <= 1e-5) {
          return Violation(
            "row \(i) should sum to 1, sums to \(sum)",
            expected: shown(trial.expected))
        }
      }
      return nil
    },
    .holds(
      "positive", "every probability lies above 0 and is at most 1", softmax,
      section: "make-every-score-positive"
    ) { random, number in
      arguments(random.scores(rows: 2 + number % 3, columns: 1 + number))
    } property: { trial in
      for (i, row) in rows(of: trial.tensor).enumerated() {
        for (j, share) in row.enumerated() where !(share > 0 && share <= 1.001)
        {
          return Violation(
            "element [\(i), \(j)] should be above 0 and at most 1, is \(share)",
            expected: shown(trial.expected))
        }
      }
      return nil
    },
    .agrees(
      "agreement", "exp of each score divided by the sum of its row", softmax,
      section: "divide-by-the-sum-of-the-row"
    ) { random, number in
      arguments(random.scores(rows: 2 + number % 3, columns: 5 - number % 4))
    },
    .agrees(
      "square", "right with as many rows as columns", softmax,
      section: "divide-by-the-sum-of-the-row", trials: 4
    ) { random, number in
      arguments(random.scores(rows: 2 + number, columns: 2 + number))
    },
    .holds(
      "order", "a higher score gets a higher probability", softmax,
      section: "what-softmax-keeps"
    ) { random, number in
      arguments(random.scores(rows: 1 + number % 3, columns: 2 + number % 5))
    } property: { trial in
      // Scores are a tenth apart or equal, far more than rounding can undo.
      for (scores, shares) in zip(
        rows(of: trial.tensor(0)), rows(of: trial.tensor))
      {
        for (j, score) in scores.enumerated() {
          for (k, other) in scores.enumerated()
          where score > other + 0.05 && !(shares[j] > shares[k]) {
            return Violation(
              "score \(score) should get more than score \(other), "
                + "gets \(shares[j]) against \(shares[k])",
              expected: shown(trial.expected))
          }
        }
      }
      return nil
    },
    .holds(
      "shift", "adding one number to all scores of a row changes nothing",
      softmax, section: "what-softmax-keeps"
    ) { random, number in
      arguments(random.scores(rows: 1 + number % 3, columns: 2 + number % 3))
    } property: { trial in
      let x = trial.tensor(0)
      // A constant of its own for each row. A score near 40 is rounded by up
      // to 2e-6, and its probability by as much of itself.
      let shifts = Tensor(
        (0..<x.shape[0]).map { Float($0 % 2 == 0 ? 30 : -20) },
        shape: [x.shape[0], 1])
      let after = try trial.call(arguments(x + shifts)).tensor
      for (i, pair) in zip(rows(of: trial.tensor), rows(of: after)).enumerated()
      where !areClose(pair.0, pair.1, within: 1e-4) {
        let shift = Int(shifts.values[i])
        return Violation(
          "adding \(shift) to row \(i) changed it from \(pair.0) to \(pair.1)",
          expected: "the same probabilities for x and for x + \(shift)")
      }
      return nil
    },
    .holds(
      "rows-apart", "each row depends on its own scores alone", softmax,
      section: "divide-by-the-sum-of-the-row"
    ) { random, number in
      arguments(random.scores(rows: 2 + number % 4, columns: 1 + number % 5))
    } property: { trial in
      // A row is computed alike wherever it stands, up to the last place.
      let backwards = rows(of: trial.tensor(0)).reversed()
      let after = try trial.call(arguments(Tensor(Array(backwards)))).tensor
      for (i, pair) in zip(rows(of: trial.tensor), rows(of: after).reversed())
        .enumerated()
      where !areClose(pair.0, pair.1, within: 1e-5) {
        return Violation(
          "row \(i) changed from \(pair.0) to \(pair.1) "
            + "when the order of the rows was reversed",
          expected: shown(trial.expected))
      }
      return nil
    },
    .holds(
      "classes-alike", "no class is treated differently for its place",
      softmax, section: "divide-by-the-sum-of-the-row"
    ) { random, number in
      arguments(random.scores(rows: 1 + number % 3, columns: 2 + number % 5))
    } property: { trial in
      // Sums in another order differ in the last places only.
      let mirrored = rows(of: trial.tensor(0)).map { Array($0.reversed()) }
      let after = try trial.call(arguments(Tensor(mirrored))).tensor
      for (i, pair) in zip(rows(of: trial.tensor), rows(of: after)).enumerated()
      where !areClose(pair.0, pair.1.reversed(), within: 1e-5) {
        return Violation(
          "row \(i) read backwards should give \(pair.0.reversed() as [Float]), "
            + "gives \(pair.1)",
          expected: shown(trial.expected))
      }
      return nil
    },
    .agrees(
      "edges", "right for one row, for one class and for equal scores",
      softmax, section: "what-softmax-keeps", trials: 5
    ) { random, number in
      switch number {
      case 0: arguments(random.scores(rows: 1, columns: 4))
      case 1: arguments(random.scores(rows: 4, columns: 1))
      case 2: arguments(Tensor([[0]]))
      case 3: arguments(Tensor([[5, 5, 5, 5], [-3, -3, -3, -3]]))
      default: arguments(Tensor.zeros(shape: [2, 10]))
      }
    },
    .agrees(
      "overflow", "stays finite for scores as large as 10,000 and beyond",
      softmax, within: lastPlaceOfLargeScores,
      section: "when-exponentials-overflow"
    ) { random, number in
      // So far apart that rounding, by 0.06 near a million, changes nothing.
      if 5...7 ~= number {
        let pairs: [(Float, Float)] = [(4e4, 3e4), (1e6, 9e5), (3e38, -3e38)]
        let (a, b) = pairs[number - 5]
        return arguments(Tensor([[a, b], [b, a], [-b, -a]]))
      }
      let shape = [1 + number / 3, 1 + number % 3]
      let values = (0..<shape[0] * shape[1]).map { _ in
        Float(1 + random.below(10)) * (random.below(2) == 0 ? 1_000 : -1_000)
      }
      return arguments(Tensor(values, shape: shape))
    },
    .agrees(
      "far-apart", "right for rows whose scores lie far apart", softmax,
      within: lastPlaceOfLargeScores, section: "when-exponentials-overflow"
    ) { random, number in
      let offsets = Tensor([[0], [1_000], [-1_000]])
      let x = random.scores(rows: 3, columns: 2 + number % 3) + offsets
      return arguments(x)
    },
    .agrees(
      "many-rows", "right for 500 rows, and for dozens of classes", softmax,
      section: "divide-by-the-sum-of-the-row", trials: 2
    ) { random, number in
      number == 0
        ? arguments(random.scores(rows: 500, columns: 10))
        : arguments(random.scores(rows: 4, columns: 12 + random.below(29)))
    },
  ])

/// Near 10,000 neighbouring Floats lie 1e-3 apart.
///
/// Whoever computes exp(x − log Σ exp x) rounds the difference by half of
/// that, and the probability by as much: a right formula all the same.
private let lastPlaceOfLargeScores = Tolerance(relative: 2e-3, absolute: 1e-6)

private let softmax = Subject(
  "softmax(_:)", axes: ["nq"], reference: softmaxByHand,
  mistakes: [
    noMaximum, .columnSums { $0.exp() },
    .columnSums { ($0 - $0.largest(axis: 1)).exp() },
    .columnSums { ($0 - $0.largest(axis: 0)).exp() },
    .columnSums { ($0 - $0.max()).exp() },
    .logarithm { $0.exp().shares(axis: 1).log() },
    .logarithm { ($0 - $0.largest(axis: 1)).exp().shares(axis: 1).log() },
    .logarithm { x in
      let shifted = x - x.largest(axis: 1)
      return shifted - shifted.exp().sum(axis: 1, keepingDimensions: true).log()
    },
    .notNormalised { $0.exp() },
    .notNormalised { ($0 - $0.largest(axis: 1)).exp() },
    .notNormalised { ($0 - $0.max()).exp() },
    .wholeSum { $0.exp() }, .wholeSum { ($0 - $0.largest(axis: 1)).exp() },
    .wholeSum { ($0 - $0.max()).exp() },
    wholeMaximum, columnMaximum, maximumOnce,
    .dimensionDropped { $0.exp() },
    .dimensionDropped { ($0 - $0.largest(axis: 1)).exp() },
    noExponential,
    .baseTwo { $0 }, .baseTwo { $0 - $0.largest(axis: 1) },
    .signFlipped { -$0 }, .signFlipped { $0.largest(axis: 1) - $0 },
    .signFlipped { -$0 - (-$0).largest(axis: 1) },
  ],
  telling: { random, number in
    arguments(random.scores(rows: 2 + number % 3, columns: 5 - number % 4))
  })

/// Softmax of each row, number by number, in Double.
private func softmaxByHand(_ x: Tensor) -> Tensor {
  let shares = rows(of: x).map { row in
    let scores = row.map(Double.init)
    let largest = scores.max() ?? 0
    let exponentials = scores.map { exp($0 - largest) }
    let total = exponentials.reduce(0, +)
    return exponentials.map { Float($0 / total) }
  }
  return Tensor(shares)
}

private let noMaximum = KnownMistake(
  "no-maximum",
  "exp overflows to infinity for scores above 88, and to 0 far below; then "
    + "infinity / infinity or 0 / 0 is not a number. Subtract the row's "
    + "largest score before taking exp: the result is the same.",
  section: "when-exponentials-overflow"
) { (x: Tensor) in x.exp().shares(axis: 1) }

private let wholeMaximum = KnownMistake(
  "whole-maximum",
  "You subtracted the largest score of the whole matrix. A row far below it "
    + "becomes all zeros, and 0 / 0: subtract each row's own largest score.",
  section: "when-exponentials-overflow"
) { (x: Tensor) in (x - x.max()).exp().shares(axis: 1) }

private let columnMaximum = KnownMistake(
  "column-maximum",
  "You subtracted each column's largest score, a different number from each "
    + "score of a row. Only the same number taken from a whole row changes "
    + "nothing: the largest along axis 1.",
  section: "when-exponentials-overflow"
) { (x: Tensor) in (x - x.largest(axis: 0)).exp().shares(axis: 1) }

private let maximumOnce = KnownMistake(
  "maximum-once",
  "You subtracted the maximum above the fraction bar but not below it. Take "
    + "the exponentials of the shifted scores once, and sum those.",
  section: "when-exponentials-overflow"
) { (x: Tensor) in
  (x - x.largest(axis: 1)).exp()
    / x.exp().sum(axis: 1, keepingDimensions: true)
}

private let noExponential = KnownMistake(
  "no-exponential",
  "You divided the scores themselves by their sum; take exp of each score "
    + "first, so that none is negative.",
  section: "make-every-score-positive"
) { (x: Tensor) in x.shares(axis: 1) }

extension KnownMistake {
  fileprivate static func columnSums(
    _ exponentials: @escaping @Sendable (Tensor) -> Tensor
  ) -> KnownMistake {
    KnownMistake(
      "column-sums",
      "You divided by the column sums; each row must sum to 1. The classes "
        + "of one example lie along axis 1.",
      section: "divide-by-the-sum-of-the-row"
    ) { (x: Tensor) in exponentials(x).shares(axis: 0) }
  }

  fileprivate static func logarithm(
    _ imitation: @escaping @Sendable (Tensor) -> Tensor
  ) -> KnownMistake {
    KnownMistake(
      "logarithm",
      "You returned the logarithms of the probabilities (log-softmax); "
        + "softmax returns the probabilities themselves.",
      section: "divide-by-the-sum-of-the-row", imitation: imitation)
  }

  fileprivate static func notNormalised(
    _ imitation: @escaping @Sendable (Tensor) -> Tensor
  ) -> KnownMistake {
    KnownMistake(
      "not-normalised",
      "You returned the exponentials; divide each by the sum of its row.",
      section: "divide-by-the-sum-of-the-row", imitation: imitation)
  }

  fileprivate static func wholeSum(
    _ exponentials: @escaping @Sendable (Tensor) -> Tensor
  ) -> KnownMistake {
    KnownMistake(
      "whole-sum",
      "You divided by the sum of the whole matrix; each row must sum to 1 on "
        + "its own. Sum along axis 1.",
      section: "divide-by-the-sum-of-the-row"
    ) { (x: Tensor) in exponentials(x) / exponentials(x).sum() }
  }

  /// Where n = q, `[n, q] / [n]` divides each column by a row's sum; else it
  /// stops, or has another shape.
  fileprivate static func dimensionDropped(
    _ exponentials: @escaping @Sendable (Tensor) -> Tensor
  ) -> KnownMistake {
    KnownMistake(
      "dimension-dropped",
      "You divided column j by the sum of row j: sums of shape [n] are "
        + "matched with the last axis. With keepingDimensions: true they have "
        + "shape [n, 1], and are matched with the rows.",
      section: "divide-by-the-sum-of-the-row"
    ) { (x: Tensor) throws in
      let (n, q) = (x.shape[0], x.shape[1])
      guard n == q || n == 1 || q == 1 else { throw NoAnswer() }
      return exponentials(x) / exponentials(x).sum(axis: 1)
    }
  }

  fileprivate static func baseTwo(
    _ exponents: @escaping @Sendable (Tensor) -> Tensor
  ) -> KnownMistake {
    KnownMistake(
      "base-two", "You raised 2 to the scores; softmax raises e to them: exp.",
      section: "make-every-score-positive"
    ) { (x: Tensor) in (exponents(x) * Float(log(2.0))).exp().shares(axis: 1) }
  }

  fileprivate static func signFlipped(
    _ exponents: @escaping @Sendable (Tensor) -> Tensor
  ) -> KnownMistake {
    KnownMistake(
      "sign-flipped",
      "The lowest score gets the highest probability: you took exp of minus "
        + "the score.",
      section: "what-softmax-keeps"
    ) { (x: Tensor) in exponents(x).exp().shares(axis: 1) }
  }
}

/// Where a mistake gives no answer, because the program stops.
private struct NoAnswer: Error {}

extension Tensor {
  /// The largest numbers along an axis, to be subtracted.
  fileprivate func largest(axis: Int) -> Tensor {
    max(axis: axis, keepingDimensions: true)
  }

  /// Every number divided by the sum along an axis.
  fileprivate func shares(axis: Int) -> Tensor {
    self / sum(axis: axis, keepingDimensions: true)
  }
}

extension SeededGenerator {
  /// Scores of mean 0 and standard deviation 2, in tenths to be readable.
  fileprivate mutating func scores(rows: Int, columns: Int) -> Tensor {
    let values = (0..<rows * columns).map { _ in
      (Float(normal()) * 20).rounded() / 10
    }
    return Tensor(values, shape: [rows, columns])
  }
}

/// The rows of a matrix.
private func rows(of x: Tensor) -> [[Float]] {
  (0..<x.shape[0]).map { x.row($0).values }
}

/// Whether two rows differ by no more than `tolerance` anywhere; NaN differs
/// from everything.
private func areClose(
  _ a: [Float], _ b: [Float], within tolerance: Float
) -> Bool {
  zip(a, b).allSatisfy { ($0 - $1).magnitude <= tolerance }
}

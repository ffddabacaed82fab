internal import Checks
internal import Tensors

#if canImport(Darwin)
internal import Darwin
#elseif canImport(Musl)
internal import Musl
#else
internal import Glibc
#endif

/// Softmax: what is right, and what is wrong.
let softmax = Subject(
  "softmax(_:)", axes: ["nq"], freedom: softmaxFreedom,
  reference: softmaxByHand,
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
    arguments(
      random.normalScores(rows: 2 + number % 3, columns: 5 - number % 4))
  })

private let softmaxFreedom =
  scoresFreedom { (x: Tensor) in x } + [
    FreeDimension("two highest scores") { (x: Tensor) in
      x.rows.contains { row in row.count { $0 == row.max() } > 1 }
    },
    FreeDimension("a probability", [.exact(0), .within(1e-9...1e-3), 1]) {
      (x: Tensor) in softmaxByHand(x).values.map { Double($0) }
    },
  ]

/// Softmax of each row, number by number, in Double.
private func softmaxByHand(_ x: Tensor) -> Tensor {
  let (scores, q) = (x.values.map(Double.init), x.shape[1])
  var shares: [Float] = []
  for start in stride(from: 0, to: scores.count, by: q) {
    let row = scores[start..<start + q]
    let largest = row.max() ?? 0
    var total = 0.0
    for score in row { total += exp(score - largest) }
    for score in row { shares.append(Float(exp(score - largest) / total)) }
  }
  return Tensor(shares, shape: x.shape)
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

internal import Checks
internal import References
internal import System
internal import Tensors

/// Softmax, with its reference and known mistakes.
let softmax = Subject(
  "softmax(_:)", axes: ["nq"], freedom: softmaxFreedom,
  reference: softmaxByHand, recipe: softmaxRecipe,
  mistakes: [
    noMaximum, .columnSums { $0.exp() },
    .columnSums { ($0 - $0.largest(axis: 1)).exp() },
    .columnSums { ($0 - $0.largest(axis: 0)).exp() },
    .columnSums { ($0 - $0.max()).exp() },
    .logarithm { $0.exp().shares(axis: 1).log() },
    .logarithm { $0 - $0.exp().sum(axis: 1, keepingDimensions: true).log() },
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
    .sumOfScores { ($0, $0) }, .sumOfScores { ($0 - $0.largest(axis: 1), $0) },
    .sumOfScores { ($0 - $0.largest(axis: 1), $0 - $0.largest(axis: 1)) },
    wholeMaximum, columnMaximum, maximumOnce,
    .dimensionDropped { $0.exp() },
    .dimensionDropped { ($0 - $0.largest(axis: 1)).exp() },
    maximumDropped, maximumDivided, meanSubtracted, minimumSubtracted,
    maximumFromZero, noExponential,
    .baseTwo { $0 }, .baseTwo { $0 - $0.largest(axis: 1) },
    .signFlipped { -$0 }, .signFlipped { $0.largest(axis: 1) - $0 },
    .signFlipped { -$0 - (-$0).largest(axis: 1) },
  ],
  telling: { random, number in
    let x = random.normalScores(rows: 2 + number % 3, columns: 5 - number % 4)
    // In some, the exponentials of all rows underflow, or those of all but the
    // first overflow.
    let far: Float = [0, 0, -1_000, 1_000][number % 4]
    let offsets = x.rows.indices.map { far > 0 && $0 == 0 ? 0 : far }
    return arguments(x + Tensor(offsets).reshaped([-1, 1]))
  })

private let softmaxFreedom =
  scoresFreedom(columns: longRows) { (x: Tensor) in x } + [
    FreeDimension("tied highest scores") { (x: Tensor) in
      x.rows.contains { row in
        let highest = row.max()
        return row.count { $0 == highest } > 1
      }
    },
    FreeDimension("a probability", [.exact(0), .within(1e-9...1e-3), 1]) {
      (x: Tensor) in softmaxByHand(x).values.map { Double($0) }
    },
  ]

private let noMaximum = KnownMistake("no-maximum") { (x: Tensor) in
  x.exp().shares(axis: 1)
}

private let wholeMaximum = KnownMistake("whole-maximum") { (x: Tensor) in
  (x - x.max()).exp().shares(axis: 1)
}

private let columnMaximum = KnownMistake("column-maximum") { (x: Tensor) in
  (x - x.largest(axis: 0)).exp().shares(axis: 1)
}

private let maximumOnce = KnownMistake("maximum-once") { (x: Tensor) in
  (x - x.largest(axis: 1)).exp()
    / x.exp().sum(axis: 1, keepingDimensions: true)
}

/// If n = q, `[n, q] - [n]` subtracts a row's maximum from each column.
private let maximumDropped = KnownMistake("dimension-dropped.maximum") {
  (x: Tensor) throws in
  let (n, q) = (x.shape[0], x.shape[1])
  guard n == q || n == 1 else { throw NoAnswer() }
  return (x - x.max(axis: 1)).exp().shares(axis: 1)
}

private let maximumDivided = KnownMistake("maximum-divided") { (x: Tensor) in
  (x / x.largest(axis: 1)).exp().shares(axis: 1)
}

private let meanSubtracted = KnownMistake("mean-subtracted") { (x: Tensor) in
  (x - x.mean(axis: 1, keepingDimensions: true)).exp().shares(axis: 1)
}

private let minimumSubtracted = KnownMistake("minimum-subtracted") {
  (x: Tensor) in
  (x + (-x).largest(axis: 1)).exp().shares(axis: 1)
}

private let maximumFromZero = KnownMistake("maximum-from-zero") {
  (x: Tensor) in
  let largest = Tensor(x.largest(axis: 1).values.map { max($0, 0) })
  return (x - largest.reshaped([-1, 1])).exp().shares(axis: 1)
}

private let noExponential = KnownMistake("no-exponential") { (x: Tensor) in
  x.shares(axis: 1)
}

extension KnownMistake {
  fileprivate static func columnSums(
    _ exponentials: @escaping @Sendable (Tensor) -> Tensor
  ) -> KnownMistake {
    KnownMistake("column-sums") { (x: Tensor) in exponentials(x).shares(axis: 0)
    }
  }

  fileprivate static func logarithm(
    _ imitation: @escaping @Sendable (Tensor) -> Tensor
  ) -> KnownMistake {
    KnownMistake("logarithm", imitation: imitation)
  }

  fileprivate static func notNormalised(
    _ imitation: @escaping @Sendable (Tensor) -> Tensor
  ) -> KnownMistake {
    KnownMistake("not-normalised", imitation: imitation)
  }

  fileprivate static func wholeSum(
    _ exponentials: @escaping @Sendable (Tensor) -> Tensor
  ) -> KnownMistake {
    KnownMistake("whole-sum") { (x: Tensor) in
      exponentials(x) / exponentials(x).sum()
    }
  }

  fileprivate static func sumOfScores(
    _ scores: @escaping @Sendable (Tensor) -> (above: Tensor, below: Tensor)
  ) -> KnownMistake {
    KnownMistake("sum-of-scores") { (x: Tensor) in
      let (above, below) = scores(x)
      return above.exp() / below.sum(axis: 1, keepingDimensions: true)
    }
  }

  /// If n = q, `[n, q] / [n]` divides each column by a row's sum; otherwise it
  /// stops or gives another shape.
  fileprivate static func dimensionDropped(
    _ exponentials: @escaping @Sendable (Tensor) -> Tensor
  ) -> KnownMistake {
    KnownMistake("dimension-dropped") { (x: Tensor) throws in
      let (n, q) = (x.shape[0], x.shape[1])
      guard n == q || n == 1 || q == 1 else { throw NoAnswer() }
      return exponentials(x) / exponentials(x).sum(axis: 1)
    }
  }

  fileprivate static func baseTwo(
    _ exponents: @escaping @Sendable (Tensor) -> Tensor
  ) -> KnownMistake {
    KnownMistake("base-two") { (x: Tensor) in
      (exponents(x) * Float(log(2.0))).exp().shares(axis: 1)
    }
  }

  fileprivate static func signFlipped(
    _ exponents: @escaping @Sendable (Tensor) -> Tensor
  ) -> KnownMistake {
    KnownMistake("sign-flipped") { (x: Tensor) in
      exponents(x).exp().shares(axis: 1)
    }
  }
}

/// Thrown where a mistake gives no answer, because the program stops.
private struct NoAnswer: Error {}

extension Tensor {
  /// The largest numbers along an axis, which is kept.
  fileprivate func largest(axis: Int) -> Tensor {
    max(axis: axis, keepingDimensions: true)
  }

  /// Every number divided by the sum along an axis.
  fileprivate func shares(axis: Int) -> Tensor {
    self / sum(axis: axis, keepingDimensions: true)
  }
}

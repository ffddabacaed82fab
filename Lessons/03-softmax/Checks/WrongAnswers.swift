internal import Checks
internal import References
internal import System
internal import Tensors

/// An answer to scores that a judge must reject, of one kind.
struct WrongAnswer: Sendable {
  /// Answers scores wrongly; nil where the answer would be right, or nearly.
  let answer: @Sendable (Tensor, inout SeededGenerator) -> Tensor?

  /// Whether an answer is of this kind, also when it is smaller than drawn.
  let fits: @Sendable (_ x: Tensor, _ yHat: Tensor) -> Bool

  /// What a judge that accepts it is told.
  let remark: @Sendable (Evidence) -> Remark

  /// A wrong answer that depends on the scores alone.
  init(
    _ formula: @escaping @Sendable (Tensor) -> Tensor,
    remark: @escaping @Sendable (Evidence) -> Remark
  ) {
    answer = { x, _ in
      let yHat = formula(x)
      return isClearlyWrong(yHat, for: x) ? yHat : nil
    }
    fits = { x, yHat in
      isClearlyWrong(yHat, for: x)
        && yHat.isClose(to: formula(x), tolerance: 1e-6)
    }
    self.remark = remark
  }

  /// A wrong answer in which chance takes part.
  init(
    draw: @escaping @Sendable (Tensor, inout SeededGenerator) -> Tensor?,
    fits: @escaping @Sendable (_ x: Tensor, _ yHat: Tensor) -> Bool,
    remark: @escaping @Sendable (Evidence) -> Remark
  ) {
    answer = { x, random in
      draw(x, &random).flatMap {
        fits(x, $0) && isClearlyWrong($0, for: x) ? $0 : nil
      }
    }
    self.fits = { x, yHat in isClearlyWrong(yHat, for: x) && fits(x, yHat) }
    self.remark = remark
  }
}

/// Whether an answer has another shape, or is off by more than anybody may
/// accept.
func isClearlyWrong(_ yHat: Tensor, for x: Tensor) -> Bool {
  yHat.shape != x.shape || largestError(of: yHat, for: x).error >= 1e-3
}

/// What is wrong with an answer: its worst number, and the sum of that row.
struct Evidence {
  let x: Tensor
  let yHat: Tensor

  var worst: (row: Int, column: Int) {
    guard x.shape == yHat.shape else { return (0, 0) }
    let index = largestError(of: yHat, for: x).index
    return (index / x.shape[1], index % x.shape[1])
  }

  var row: Int { worst.row }
  var place: String { "[\(worst.row), \(worst.column)]" }
  var given: Float { yHat[worst.row, worst.column] }
  var right: Float { softmaxByHand(x)[worst.row, worst.column] }
  var sum: Float { yHat.rows[worst.row].reduce(0, +) }

  /// The row whose sum is furthest from 1.
  var unsettled: (row: Int, sum: Float) {
    let sums = yHat.rows.map { $0.reduce(0, +) }
    let worst = sums.indices.max {
      (sums[$0] - 1).magnitude < (sums[$1] - 1).magnitude
    }
    return worst.map { ($0, sums[$0]) } ?? (0, 0)
  }
}

extension Tensor {
  /// The exponentials, computed so that they stay finite.
  fileprivate var harmless: Tensor {
    (self - max(axis: 1, keepingDimensions: true)).exp()
  }

  fileprivate func divided(axis: Int) -> Tensor {
    self / sum(axis: axis, keepingDimensions: true)
  }

  /// The rows or columns in the order of these indices.
  fileprivate func taking(rows: [Int]? = nil, columns: [Int]? = nil) -> Tensor {
    let old = self.rows
    return Tensor(
      (rows ?? Array(old.indices)).map { i in
        (columns ?? Array(old[i].indices)).map { old[i][$0] }
      })
  }

  /// With one number replaced.
  fileprivate func with(_ number: Float, at index: Int) -> Tensor {
    var numbers = values
    numbers[index] = number
    return Tensor(numbers, shape: shape)
  }
}

// MARK: - Shapes and numbers that cannot be

let misshapenAnswers: [WrongAnswer] = [
  misshapen { $0.transposed() },
  misshapen { $0.reshaped([-1]) },
  misshapen { $0.row(0) },
  misshapen { $0[0..<$0.shape[0] - 1] },
  misshapen { y in y.taking(columns: Array(0..<y.shape[1]) + [0]) },
  misshapen { y in y.taking(rows: Array(0..<y.shape[0]) + [0]) },
  misshapen { $0.sum(axis: 1, keepingDimensions: true) },
  misshapen { $0.reshaped([1] + $0.shape) },
]

private func misshapen(
  _ change: @escaping @Sendable (Tensor) -> Tensor
) -> WrongAnswer {
  WrongAnswer { x, _ in
    change(softmaxByHand(x))
  } fits: {
    $0.shape != $1.shape
  } remark: {
    .sentence(
      "accepted-shape", ["given": $0.yHat.shape, "right": $0.x.shape])
  }
}

let unboundedAnswers: [WrongAnswer] =
  [Float.nan, .infinity, -.infinity].map { number in
    WrongAnswer { x, random in
      let y = softmaxByHand(x)
      return y.with(number, at: random.below(y.count))
    } fits: { x, y in
      y.values.contains { number.isNaN ? $0.isNaN : $0 == number }
    } remark: {
      number.isNaN
        ? .sentence("accepted-nan", ["place": $0.place])
        : .sentence(
          "accepted-infinity", ["place": $0.place, "given": $0.given])
    }
  } + [
    // As without the maximum: a whole row is NaN.
    WrongAnswer { x, random in
      let y = softmaxByHand(x)
      let row = random.below(y.shape[0])
      return Tensor(
        y.rows.enumerated().map { i, numbers in
          i == row ? numbers.map { _ in .nan } : numbers
        })
    } fits: { x, y in
      y.rows.contains { $0.allSatisfy(\.isNaN) }
    } remark: {
      .sentence("accepted-nan-row", ["row": $0.row])
    }
  ]

// MARK: - Rows that do not sum to 1

let unnormalizedAnswers: [WrongAnswer] = [
  WrongAnswer {
    $0.exp().divided(axis: 0)
  } remark: {
    .sentence(
      "accepted-columns", ["row": $0.unsettled.row, "sum": $0.unsettled.sum])
  },
  // The columns sum to 1, and all of a square matrix sums to what it should.
  WrongAnswer { x in
    x.shape[0] == x.shape[1] ? x.exp().divided(axis: 0) : softmaxByHand(x)
  } remark: {
    .sentence(
      "accepted-columns", ["row": $0.unsettled.row, "sum": $0.unsettled.sum])
  },
  WrongAnswer {
    $0.exp()
  } remark: {
    .sentence(
      "accepted-exponentials",
      ["row": $0.unsettled.row, "sum": $0.unsettled.sum])
  },
  WrongAnswer {
    $0.harmless
  } remark: {
    .sentence(
      "accepted-exponentials",
      ["row": $0.unsettled.row, "sum": $0.unsettled.sum])
  },
  WrongAnswer {
    $0.exp() / $0.exp().sum()
  } remark: {
    .sentence(
      "accepted-whole-sum", ["row": $0.unsettled.row, "sum": $0.unsettled.sum])
  },
  WrongAnswer {
    softmaxByHand($0).log()
  } remark: {
    .sentence("accepted-logarithms", ["place": $0.place, "given": $0.given])
  },
  WrongAnswer {
    $0.harmless / $0.exp().sum(axis: 1, keepingDimensions: true)
  } remark: {
    .sentence(
      "accepted-maximum-once",
      ["row": $0.unsettled.row, "sum": $0.unsettled.sum])
  },
  // Column j is divided by the sum of row j, if the matrix is square.
  WrongAnswer { x in
    x.shape[0] == x.shape[1]
      ? x.exp() / x.exp().sum(axis: 1) : softmaxByHand(x)
  } remark: {
    .sentence(
      "accepted-dropped", ["row": $0.unsettled.row, "sum": $0.unsettled.sum])
  },
  WrongAnswer {
    softmaxByHand($0) * 1.01
  } remark: {
    .sentence(
      "accepted-scaled", ["row": $0.unsettled.row, "sum": $0.unsettled.sum])
  },
]

// MARK: - Negative numbers

let negativeAnswers: [WrongAnswer] = [
  WrongAnswer { x, _ in
    let y = x.divided(axis: 1)
    return y.values.allSatisfy { $0.magnitude < 100 } ? y : nil
  } fits: { x, y in
    y.min().item < 0 && y.isClose(to: x.divided(axis: 1), tolerance: 1e-6)
  } remark: {
    .sentence("accepted-shares-of-scores", ["least": $0.yHat.min().item])
  },
  WrongAnswer { x, random in
    // Two probabilities of a row, whose sum stays.
    guard x.shape[1] > 1 else { return nil }
    let y = softmaxByHand(x)
    let (i, j) = (random.below(y.shape[0]), random.below(y.shape[1]))
    let k = (j + 1) % y.shape[1]
    var changed = y
    changed[i, j] = -0.25
    changed[i, k] = y[i, j] + y[i, k] + 0.25
    return changed
  } fits: { x, y in
    y.min().item < 0
      && y.rows.allSatisfy { ($0.reduce(0, +) - 1).magnitude < 1e-5 }
  } remark: {
    .sentence("accepted-negative", ["least": $0.yHat.min().item])
  },
]

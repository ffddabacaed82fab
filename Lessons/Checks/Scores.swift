internal import Checks
internal import Tensors
internal import Wire

// Labels and scores for the checks of several lessons.

extension SeededGenerator {
  mutating func labels(count: Int, in range: Range<Int>) -> [Int] {
    (0..<count).map { _ in range.lowerBound + below(range.count) }
  }

  /// Scores around 0 in tenths, no two of a row equal.
  mutating func distinctScores(rows: Int, columns: Int) -> Tensor {
    let values = (0..<rows).flatMap { _ -> [Float] in
      permutation(of: columns).map { rank -> Float in
        Float(10 * (rank - columns / 2) + below(10)) / 10
      }
    }
    return Tensor(values, shape: [rows, columns])
  }

  /// Different scores of one magnitude, which goes with the number of the
  /// trial, off any grid and close to one another: nothing may be added to
  /// them or rounded away.
  mutating func closeScores(
    rows: Int, columns: Int, _ number: Int
  ) -> Tensor {
    let tiny = 700 * Float.leastNonzeroMagnitude
    let magnitudes: [Float] = [1e-6, 1e6, 1, 1e3, 1e-3, 1e38, tiny]
    let size = magnitudes[number % magnitudes.count]
    let values = (0..<rows).flatMap { _ in
      let sign: Float = below(2) == 0 ? 1 : -1
      let start = 1 + Float(uniform())
      return permutation(of: columns).map { rank in
        sign * size * (start + 0.004 * Float(rank))
      }
    }
    return Tensor(values, shape: [rows, columns])
  }

  /// Rows in which two classes, or all, share the highest score, and some in
  /// which others do.
  mutating func tiedScores(rows: Int, columns: Int) -> Tensor {
    var x = distinctScores(rows: rows, columns: columns)
    for i in 0..<rows {
      let highest = x.row(i).values.max() ?? 0
      for j in 0..<columns where i % 3 == 2 { x[i, j] = highest }
      x[i, below(columns)] = i % 3 == 1 ? x[i, below(columns)] : highest
    }
    return x
  }
}

/// So many numbers: these again and again.
func repeated<Number>(_ some: [Number], count: Int) -> [Number] {
  var all: [Number] = []
  while all.count < count { all += some }
  return Array(all.prefix(count))
}

// MARK: - How scores may vary

/// The sizes and numbers of a matrix of scores, for the argument that
/// `scores` takes from each call.
func scoresFreedom<each Argument: WireConvertible>(
  _ scores: @escaping @Sendable (repeat each Argument) -> Tensor
) -> [FreeDimension] {
  let sizes: [FreeDimension.Case] = [1, 2, 3, .above(255)]
  return [
    FreeDimension("rows", sizes + [.above(65_535)]) {
      (argument: repeat each Argument) in
      scores(repeat each argument).shape[0]
    },
    FreeDimension("columns", sizes) { (argument: repeat each Argument) in
      scores(repeat each argument).shape[1]
    },
    FreeDimension("as many rows as columns") {
      (argument: repeat each Argument) in
      let x = scores(repeat each argument)
      return x.shape[0] == x.shape[1] && x.count > 1
    },
    FreeDimension(
      "the largest magnitude",
      [0, .within(1e-7...1e-5), .within(0.1...10), .within(1e5...1e7)]
    ) { (argument: repeat each Argument) in
      [Double(scores(repeat each argument).absolute().max().item)]
    },
    FreeDimension("only negative scores") { (argument: repeat each Argument) in
      scores(repeat each argument).max().item < 0
    },
    FreeDimension("scores off the grid of tenths") {
      (argument: repeat each Argument) in
      scores(repeat each argument).values.contains {
        $0.magnitude < 100 && ($0 * 10 - ($0 * 10).rounded()).magnitude > 0.01
      }
    },
  ]
}

package import Tensors

extension SeededGenerator {
  package mutating func labels(count: Int, in range: Range<Int>) -> [Int] {
    (0..<count).map { _ in range.lowerBound + below(range.count) }
  }

  /// Scores around 0 in steps of 0.1, no two of a row equal.
  package mutating func distinctScores(rows: Int, columns: Int) -> Tensor {
    let values = (0..<rows).flatMap { _ -> [Float] in
      permutation(of: columns).map { rank -> Float in
        Float(10 * (rank - columns / 2) + below(10)) / 10
      }
    }
    return Tensor(values, shape: [rows, columns])
  }

  /// Different scores of one magnitude, unrounded and close to one another, so
  /// that adding to them or rounding them would change the order.
  ///
  /// The magnitude changes with the number of the trial.
  package mutating func closeScores(
    rows: Int, columns: Int, _ number: Int
  ) -> Tensor {
    let tiny = 700 * Float.leastNonzeroMagnitude
    let magnitudes: [Float] = [1e-6, 1e6, 1, 1e3, 1e-3, 1.6e38, tiny]
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

  /// Rows of two scores between which there is no other number.
  package mutating func neighboringScores() -> Tensor {
    let low = 1 + Float(uniform())
    let high = low.nextUp
    return Tensor([[low, high], [high, low], [-high, -low], [-low, -high]])
  }

  /// Rows in which two classes, or all, share the highest score, and rows with
  /// other ties.
  package mutating func tiedScores(rows: Int, columns: Int) -> Tensor {
    var x = distinctScores(rows: rows, columns: columns)
    for i in 0..<rows {
      let highest = x.row(i).values.max() ?? 0
      for j in 0..<columns where i % 3 == 2 { x[i, j] = highest }
      x[i, below(columns)] = i % 3 == 1 ? x[i, below(columns)] : highest
    }
    return x
  }
}

/// Whether each row of scores has only one highest, so that only one class is
/// right.
package func haveOneHighest(_ scores: Tensor) -> Bool {
  scores.rows.allSatisfy { row in
    let highest = row.max()
    return row.count { $0 == highest } == 1
  }
}

/// The given numbers, repeated until there are `count`.
package func repeated<Number>(_ some: [Number], count: Int) -> [Number] {
  var all: [Number] = []
  while all.count < count { all += some }
  return Array(all.prefix(count))
}

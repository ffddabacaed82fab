package import Tensors

extension Tensor {
  /// The rows of a matrix.
  package var rows: [[Float]] {
    let (values, length) = (values, shape[1])
    return (0..<shape[0]).map {
      Array(values[$0 * length..<($0 + 1) * length])
    }
  }
}

extension SeededGenerator {
  /// Scores with mean 0 and standard deviation 2, rounded to 0.1 for
  /// legibility.
  package mutating func normalScores(rows: Int, columns: Int) -> Tensor {
    let values = (0..<rows * columns).map { _ in
      (Float(normal()) * 20).rounded() / 10
    }
    return Tensor(values, shape: [rows, columns])
  }

  /// Unrounded scores around 0; those of a row are at least half of `size`
  /// apart.
  package mutating func scores(
    ofSize size: Float, rows: Int, columns: Int
  ) -> Tensor {
    let middle = Float(columns - 1) / 2
    let values = (0..<rows).flatMap { _ -> [Float] in
      permutation(of: columns).map { rank -> Float in
        size * (Float(rank) - middle + 0.5 * Float(uniform()) + 0.1)
      }
    }
    return Tensor(values, shape: [rows, columns])
  }

  /// More rows than two bytes can count, with two scores each.
  package mutating func manyRows() -> Tensor {
    let some = normalScores(rows: 97, columns: 2).values
    let rows = 65_600 + below(100)
    return Tensor(repeated(some, count: 2 * rows), shape: [rows, 2])
  }

  /// A few rows of about 1,000 scores, the most that every exercise allows.
  package mutating func wideRows() -> Tensor {
    normalScores(rows: 3, columns: 990 + below(11))
  }

  /// A row of 1,500 scores or, if the number of the trial is odd, of 6,000.
  package mutating func widestRow(_ number: Int) -> Tensor {
    normalScores(rows: 1, columns: number % 2 == 0 ? 1_500 : 6_000)
  }
}

/// Scores whose exponentials overflow every floating-point format, one of six
/// matrices.
///
/// They are so far apart that rounding, by 0.06 near a million, does not matter.
package func hugeScores(_ number: Int) -> Tensor {
  let pairs: [(Float, Float)] = [
    (4e4, 3e4), (1e6, 9e5), (9e5, -1e6), (1e10, 9e9), (3e38, 2e38),
    (1e38, -1e38),
  ]
  let (a, b) = pairs[number % pairs.count]
  return Tensor([[a, b], [b, a], [-b, -a]])
}

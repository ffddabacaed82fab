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

  /// A few rows of about 1,000 scores, the most that any exercise allows.
  package mutating func wideRows() -> Tensor {
    normalScores(rows: 3, columns: 990 + below(11))
  }
}

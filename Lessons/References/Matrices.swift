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
  /// Scores of mean 0 and standard deviation 2, in tenths to be readable.
  package mutating func normalScores(rows: Int, columns: Int) -> Tensor {
    let values = (0..<rows * columns).map { _ in
      (Float(normal()) * 20).rounded() / 10
    }
    return Tensor(values, shape: [rows, columns])
  }

  /// Scores around 0, off any grid; those of a row lie half of `size` apart
  /// or more.
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

  /// More rows of two scores than two bytes can count.
  package mutating func manyRows() -> Tensor {
    let some = normalScores(rows: 97, columns: 2).values
    let rows = 65_600 + below(100)
    return Tensor(repeated(some, count: 2 * rows), shape: [rows, 2])
  }

  /// A few rows of the most scores that are promised anywhere.
  package mutating func wideRows() -> Tensor {
    normalScores(rows: 3, columns: 990 + below(11))
  }
}

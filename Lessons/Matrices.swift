internal import Tensors

extension Tensor {
  /// The rows of a matrix.
  var rows: [[Float]] {
    (0..<shape[0]).map { row($0).values }
  }
}

extension SeededGenerator {
  /// Scores of mean 0 and standard deviation 2, in tenths to be readable.
  mutating func normalScores(rows: Int, columns: Int) -> Tensor {
    let values = (0..<rows * columns).map { _ in
      (Float(normal()) * 20).rounded() / 10
    }
    return Tensor(values, shape: [rows, columns])
  }
}

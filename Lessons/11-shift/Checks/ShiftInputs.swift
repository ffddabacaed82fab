import Checks
internal import References
import Tensors

extension SeededGenerator {
  /// A confusion matrix whose columns sum to 1, with at least 0.7 of each on
  /// the diagonal and the rest spread unevenly.
  mutating func confusion(_ q: Int) -> Tensor {
    let columns = (0..<q).map { j in
      let right = 0.7 + 0.2 * Float(uniform())
      var column = (0..<q).map { $0 == j ? 0 : Float(1 + below(9)) }
      let sum = column.reduce(0, +)
      column = column.map { sum == 0 ? 0 : $0 / sum * (1 - right) }
      column[j] = 1 - column.reduce(0, +)
      return column
    }
    return Tensor(columns).transposed()
  }

  /// A matrix of arbitrary numbers, many of them 0, whose columns sum to 1.
  ///
  /// Half the time, the first two equations are proportional in the first two
  /// unknowns, so that rows must be exchanged.
  ///
  /// The matrix is well conditioned: its inverse has no number above 12.
  mutating func awkwardConfusion(
    _ q: Int, sixteenths: Bool
  ) -> Tensor {
    while true {
      var columns = (0..<q).map { _ in
        (0..<q).map { _ in max(0, below(9) - 3) }
      }
      if q > 2, below(2) == 0 {
        let factor = below(3)
        for j in 0..<2 { columns[j][1] = factor * columns[j][0] }
      }
      var parts = columns.map { $0.map { Double($0) } }
      for j in 0..<q {
        let sum = parts[j].reduce(0, +)
        // In sixteenths, all is exact; else what should be 0 is only nearly 0.
        let whole = sixteenths ? max(sum, 16) : sum
        parts[j][q - 1] += whole - sum
        if whole > 0 { parts[j] = parts[j].map { $0 / whole } }
      }
      let rows = (0..<q).map { i in (0..<q).map { j in parts[j][i] } }
      if largestOfInverse(rows) <= 12 {
        return Tensor(rows.map { $0.map { Float($0) } })
      }
    }
  }

  /// A matrix with two classes that are hardly told apart, and the distribution
  /// of the labels: the inverse has numbers up to 128, and the fractions of the
  /// two classes differ enough for each to matter.
  mutating func nearlyAlike(_ q: Int) -> (Tensor, [Float]) {
    let first = below(q - 1)
    var rows = (0..<q).map { i in (0..<q).map { $0 == i ? Float(1) : 0 } }
    for i in 0..<2 {
      for j in 0..<2 {
        rows[first + i][first + j] = 0.5 + (i == j ? 1 : -1) / Float(512)
      }
    }
    let large = Float(85 + below(10)) / 100
    let rest = (1 - large) / Float(q - 1)
    let chosen = first + below(2)
    return (Tensor(rows), (0..<q).map { $0 == chosen ? large : rest })
  }

  /// An uneven distribution over the classes.
  mutating func distribution(_ q: Int) -> [Float] {
    let parts = (0..<q).map { _ in Float(1 + below(20)) }
    let sum = parts.reduce(0, +)
    return parts.map { $0 / sum }
  }
}

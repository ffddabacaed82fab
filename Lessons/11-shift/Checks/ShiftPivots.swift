internal import References
import Tensors

// Well-conditioned confusion matrices for which elimination loses most digits
// if it divides by the wrong coefficient.

extension SeededGenerator {
  /// A matrix in which each class is nearly always taken for one class, so that
  /// each column has only one large number to divide by.
  mutating func scatteredConfusion(_ q: Int) -> Tensor {
    let taken = permutation(of: q)
    var rows = [[Double]](
      repeating: [Double](repeating: 0, count: q), count: q)
    for j in 0..<q {
      let others = (0..<q).filter { $0 != taken[j] }
      // On the diagonal, every other time, if that is free.
      let place =
        taken[j] != j && below(2) == 0 ? j : others[below(others.count)]
      rows[place][j] = tiny()
      rows[taken[j]][j] = 1 - rows[place][j]
    }
    return tensor(rows)
  }

  /// A matrix in which up to four consecutive classes are mistaken for each
  /// other, with one number that is nearly 0.
  ///
  /// That number is in the first column of these classes from the start, or in
  /// the second once the first unknown is eliminated; there, the one large
  /// number may be negative.
  mutating func nearlySingular(_ q: Int, afterElimination: Bool) -> Tensor {
    let size = min(q, 4)
    let first = below(q - size + 1)
    while true {
      var columns = (0..<size).map { _ in shares(size) }
      if afterElimination {
        columns[1] = column(nearlyLike: columns[0])
      } else {
        columns[0] = shares(size - 1)
        columns[0][0] -= tiny()
        columns[0].insert(1 - columns[0].reduce(0, +), at: below(size))
      }
      let rows = (0..<q).map { i in
        (0..<q).map { j in
          let isWithin = [i, j].allSatisfy { (first..<first + size) ~= $0 }
          return isWithin
            ? columns[j - first][i - first] : i == j ? 1.0 : 0.0
        }
      }
      let isAFraction = columns[1].allSatisfy { $0 >= 0 }
      if isAFraction, largestOfInverse(rows) <= 12 { return tensor(rows) }
    }
  }

  /// A column that elimination with `other`, by its largest number, reduces to
  /// a single number that is not nearly 0.
  private mutating func column(nearlyLike other: [Double]) -> [Double] {
    let pivot = other.indices.max { other[$0] < other[$1] } ?? 0
    let rest = permutation(of: other.count).filter { $0 != pivot }
    var left = [Double](repeating: 0, count: other.count)
    for i in rest { left[i] = below(2) == 0 ? tiny() : -tiny() }
    left[rest[0]] = (below(2) == 0 ? 1 : -1) * (0.1 + 0.2 * uniform())
    // All fractions sum to 1.
    let factor = 1 - left.reduce(0, +)
    return zip(other, left).map { factor * $0 + $1 }
  }

  /// A number from 1e-6 to 1e-5.
  private mutating func tiny() -> Double { 1e-6 * (1 + 9 * uniform()) }

  private mutating func shares(_ count: Int) -> [Double] {
    distribution(count).map { Double($0) }
  }
}

private func tensor(_ rows: [[Double]]) -> Tensor {
  Tensor(rows.map { $0.map { Float($0) } })
}

internal import References
import Tensors

// Confusion matrices that lose most digits where elimination divides by the
// wrong coefficient, though they are well conditioned.

extension SeededGenerator {
  /// A matrix in which each class is taken for one class nearly always: the
  /// one large number of a column is the only one to divide by.
  mutating func scatteredConfusion(_ q: Int) -> Tensor {
    let taken = permutation(of: q)
    var rows = [[Double]](
      repeating: [Double](repeating: 0, count: q), count: q)
    for j in 0..<q {
      let others = (0..<q).filter { $0 != taken[j] }
      // On the diagonal, where it is free, every other time.
      let place =
        taken[j] != j && below(2) == 0 ? j : others[below(others.count)]
      rows[place][j] = tiny()
      rows[taken[j]][j] = 1 - rows[place][j]
    }
    return tensor(rows)
  }

  /// A matrix in which up to four classes, one after the other, are mistaken
  /// for each other, and nearly never in one place.
  ///
  /// In the first column of these classes that number is nearly 0 from the
  /// start, in the second it is once the first unknown is eliminated; there
  /// the one large number may be below 0.
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

  /// A column that elimination with another one, by its largest number, turns
  /// into one number that is not nearly 0.
  private mutating func column(nearlyLike other: [Double]) -> [Double] {
    let pivot = other.indices.max { other[$0] < other[$1] } ?? 0
    let rest = permutation(of: other.count).filter { $0 != pivot }
    var left = [Double](repeating: 0, count: other.count)
    for i in rest { left[i] = below(2) == 0 ? tiny() : -tiny() }
    left[rest[0]] = (below(2) == 0 ? 1 : -1) * (0.1 + 0.2 * uniform())
    // All shares sum to 1.
    let factor = 1 - left.reduce(0, +)
    return zip(other, left).map { factor * $0 + $1 }
  }

  /// From a millionth to a hundred thousandth.
  private mutating func tiny() -> Double { 1e-6 * (1 + 9 * uniform()) }

  private mutating func shares(_ count: Int) -> [Double] {
    distribution(count).map { Double($0) }
  }
}

private func tensor(_ rows: [[Double]]) -> Tensor {
  Tensor(rows.map { $0.map { Float($0) } })
}

package import Checks
internal import System
package import Tensors

/// The references of lesson 04, computed number by number in Double, and the
/// tolerances.
package enum CrossEntropy {
  /// A loss near 0 is a difference of numbers near 10, each rounded to 5e-7.
  package static let losses = Tolerance(relative: 1e-5, absolute: 1e-5)

  /// For sums over 6,000 classes, near 10: each addition is accurate to 5e-7.
  package static let longSums = Tolerance(relative: 1e-5, absolute: 3e-3)

  /// The logarithm of 1 is exactly 0.
  package static let certain = Tolerance(relative: 0, absolute: 1e-8)

  /// Near 10,000, neighboring Floats are 1e-3 apart, and a loss is a sum of
  /// three such numbers.
  package static let largeLosses = Tolerance(relative: 1e-5, absolute: 5e-3)

  package static func logOfSum(of scores: some Collection<Double>) -> Double {
    var largest = -Double.infinity
    for score in scores where score > largest { largest = score }
    var sum = 0.0
    for score in scores { sum += exp(score - largest) }
    return largest + log(sum)
  }

  package static func loss(of scores: [Double], _ label: Int) -> Double {
    logOfSum(of: scores) - scores[label]
  }

  package static func logSumsByHand(_ x: Tensor) -> Tensor {
    Tensor(scoresOfRows(x).map { Float(logOfSum(of: $0)) })
  }

  package static func lossesByHand(_ x: Tensor, _ y: [Int]) -> Tensor {
    Tensor(
      zip(scoresOfRows(x), y).map { row, label in
        Float(logOfSum(of: row) - row[row.startIndex + label])
      })
  }

  package static func gradientByHand(_ x: Tensor, _ y: [Int]) -> Tensor {
    var slopes: [Float] = []
    for (row, label) in zip(scoresOfRows(x), y) {
      let logSum = logOfSum(of: row)
      for (j, score) in row.enumerated() {
        slopes.append(Float(exp(score - logSum) - (j == label ? 1 : 0)))
      }
    }
    return Tensor(slopes, shape: x.shape)
  }

  /// The rows in Double as slices, because copies of very many would be slow.
  private static func scoresOfRows(_ x: Tensor) -> [ArraySlice<Double>] {
    let (all, q) = (x.values.map(Double.init), x.shape[1])
    return (0..<x.shape[0]).map { all[$0 * q..<($0 + 1) * q] }
  }

  /// The labels as rows of zeros with a single 1, in the shape of `x`.
  package static func hot(_ labels: [Int], _ x: Tensor) -> Tensor {
    var result = Tensor.zeros(shape: x.shape)
    for (i, label) in labels.enumerated() { result[i, label] = 1 }
    return result
  }
}

extension CrossEntropy {
  /// Minus the logarithm of the right class's probability, for each row.
  package static func lossesOfShares(_ yHat: Tensor, _ y: [Int]) -> Tensor {
    let (shares, q) = (yHat.values, yHat.shape[1])
    return Tensor(
      y.enumerated().map { Float(-log(Double(shares[$0 * q + $1]))) })
  }
}

extension SeededGenerator {
  /// Scores that are multiples of 1,000, up to 10,000 in magnitude.
  package mutating func largeScores(rows: Int, columns: Int) -> Tensor {
    let values = (0..<rows * columns).map { _ in
      Float(1 + below(10)) * (below(2) == 0 ? 1_000 : -1_000)
    }
    return Tensor(values, shape: [rows, columns])
  }

  /// Twelve rows with dozens of classes.
  package mutating func manyClasses() -> Tensor {
    normalScores(rows: 12, columns: 25 + below(16))
  }

  /// Unrounded scores, whose size depends on the number of the trial.
  package mutating func scores(ofSizeNumber number: Int) -> Tensor {
    let sizes: [Float] = [1, 1e-6, 1e-3, 30, 1e3, 1e6]
    let x = scores(
      ofSize: sizes[number % sizes.count], rows: 2 + number % 2,
      columns: 2 + number)
    // In one trial, all of them are negative.
    return number == 3 ? x - 200 : x
  }

  /// Three rows: around 0, around 1,000 and around −1,000.
  package mutating func scoresFarApart(columns: Int) -> Tensor {
    normalScores(rows: 3, columns: columns) + Tensor([[0], [1_000], [-1_000]])
  }

  /// Scores of 500 rows, of dozens of classes, or of more rows or classes than
  /// one or two bytes can count.
  package mutating func manySizes(_ number: Int) -> Tensor {
    switch number {
    case 0: normalScores(rows: 500, columns: 10)
    case 1: manyClasses()
    case 2: wideRows()
    case 3: manyRows()
    default: widestRow(number)
    }
  }

  /// One row, one class, rows of equal scores, or many far below the highest.
  package mutating func edgeScores(_ number: Int) -> Tensor {
    switch number {
    case 0: normalScores(rows: 1, columns: 4)
    case 1: normalScores(rows: 4, columns: 1)
    case 2: Tensor([[5, 5, 5, 5], [-3, -3, -3, -3]])
    case 4: Tensor([[10] + [Float](repeating: 0, count: 39)])
    default: Tensor.zeros(shape: [2, 10])
    }
  }

  /// A label for each row; of many classes, the first and the last are
  /// included.
  package mutating func farLabels(of x: Tensor) -> [Int] {
    var labels = labels(of: x)
    // A class that does not fit in a signed byte, and the last.
    if x.shape[1] > 255 {
      labels = [128 + below(128), 0, x.shape[1] - 1].suffix(x.shape[0])
    }
    return labels
  }

  /// A label for each row.
  ///
  /// If `inner`, neither the first nor the last class, so that counting from 1
  /// gives an answer that can be recognized.
  package mutating func labels(
    of x: Tensor, inner: Bool = false
  ) -> [Int] {
    let q = x.shape[1]
    return (0..<x.shape[0]).map { _ in
      inner ? 1 + below(max(q - 2, 1)) : below(q)
    }
  }
}

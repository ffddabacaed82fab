internal import Checks
internal import References
internal import System
internal import Tensors
internal import Wire

let shiftSubject = Subject(
  "labelShift(confusion:predicted:)", axes: ["", ""], freedom: shiftFreedom,
  reference: { (c: Tensor, mu: Tensor) in solution(of: matrix(c), mu) },
  mistakes: shiftMistakes)

private let shiftMistakes: [KnownMistake] = [
  wrongShift("transposed") { c, mu in solution(of: matrix(c.transposed()), mu)
  },
  wrongShift("multiplied") { c, mu in c.matmul(mu) },
  wrongShift("multiplied.transposed") { c, mu in c.transposed().matmul(mu) },
  wrongShift("predicted-returned") { _, mu in mu },
  wrongShift("diagonal-only") { c, mu in
    Tensor((0..<mu.count).map { mu[$0] / c[$0, $0] })
  },
  wrongShift("diagonal-only") { c, mu in
    Tensor(
      (0..<mu.count).map { c[$0, $0] == 0 ? 0 : mu[$0] / c[$0, $0] })
  },
  wrongShift("row-sums") { c, mu in mu / c.sum(axis: 1) },
  wrongShift("weights-returned") { c, mu in mu / solution(of: matrix(c), mu) },
  wrongShift("weights-returned.inverse") { c, mu in
    solution(of: matrix(c), mu) / mu
  },
  wrongShift("column") { c, mu in solution(of: matrix(c), mu).reshaped([-1, 1])
  },
  wrongShift("no-pivot") { c, mu in
    solution(of: matrix(c), mu, pivoting: .never)
  },
  wrongShift("no-pivot.first-only") { c, mu in
    solution(of: matrix(c), mu, pivoting: .first)
  },
  wrongShift("no-pivot.next") { c, mu in
    solution(of: matrix(c), mu, pivoting: .withNext)
  },
  wrongShift("mu-not-exchanged") { c, mu in
    solution(of: matrix(c), mu, exchangesMu: false)
  },
  wrongShift("mu-not-exchanged") { c, mu in
    solution(of: matrix(c), mu, pivoting: .atZero, exchangesMu: false)
  },
]

private func wrongShift(
  _ key: String,
  _ imitation: @escaping @Sendable (Tensor, Tensor) -> Tensor
) -> KnownMistake {
  KnownMistake(key) {
    (c: Tensor, mu: Tensor) in imitation(c, mu)
  }
}

private func matrix(_ c: Tensor) -> [[Double]] {
  (0..<c.shape[0]).map { c.row($0).values.map { Double($0) } }
}

/// Whether elimination that exchanges no equations divides by 0.
func meetsZero(_ c: Tensor) -> Bool {
  let q = c.shape[0]
  let some = Tensor((0..<q).map { Float($0 + 1) })
  return !solution(of: matrix(c), some, pivoting: .never).values
    .allSatisfy(\.isFinite)
}

/// The largest magnitude in the inverse of a matrix; infinite if there is none.
func largestOfInverse(_ rows: [[Double]]) -> Double {
  let inverse = rows.indices.flatMap { i in
    solution(of: rows, Tensor(rows.indices.map { $0 == i ? 1 : 0 })).values
  }
  guard inverse.allSatisfy(\.isFinite) else { return .infinity }
  return inverse.reduce(0) { max($0, Double($1.magnitude)) }
}

/// When rows are exchanged.
private enum Pivoting { case always, atZero, first, withNext, never }

/// The solution of C p = μ, by elimination in Double.
private func solution(
  of c: [[Double]], _ mu: Tensor, pivoting: Pivoting = .always,
  exchangesMu: Bool = true
) -> Tensor {
  let q = c.count
  var rows = zip(c, mu.values).map { $0 + [Double($1)] }
  for column in 0..<q {
    let best = pivot(of: rows, column, pivoting)
    rows.swapAt(column, best)
    if !exchangesMu {
      (rows[column][q], rows[best][q]) = (rows[best][q], rows[column][q])
    }
    for row in 0..<q where row != column {
      let factor = rows[row][column] / rows[column][column]
      for k in 0...q { rows[row][k] -= factor * rows[column][k] }
    }
  }
  return Tensor((0..<q).map { Float(rows[$0][q] / rows[$0][$0]) })
}

/// The row to exchange with row `column` before it is used.
private func pivot(
  of rows: [[Double]], _ column: Int, _ pivoting: Pivoting
) -> Int {
  let below = column..<rows.count
  let largest = below.max {
    rows[$0][column].magnitude < rows[$1][column].magnitude
  }
  return switch pivoting {
  case .always: largest ?? column
  case .atZero: below.first { rows[$0][column] != 0 } ?? column
  case .first: column == 0 ? largest ?? column : column
  case .withNext:
    rows[column][column] == 0 ? min(column + 1, rows.count - 1) : column
  case .never: column
  }
}

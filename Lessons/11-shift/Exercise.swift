import Tensors

/// The distribution of the labels of new data, estimated from what a classifier
/// predicts for them: the p that solves C p = μ.
///
/// `confusion` is C, of shape [q, q]: C[i, j] is the fraction of the examples
/// of class j for which the classifier predicts class i, measured on validation
/// data, so that every column sums to 1. `predicted` is μ, of shape [q]: the
/// fraction of the new examples for which it predicts each class. C is
/// invertible, no number of p is negative, and q is at most 10. The result has
/// shape [q].
public func labelShift(confusion: Tensor, predicted: Tensor) -> Tensor {
  notWritten()
}

/// The answer with the lowest expected cost, for each example.
///
/// `probabilities` has shape [n, q], one row per example, n ≥ 1: how probable
/// each class is; a row sums to 1. `costs` has shape [q, a]: element [i, j] is
/// what answer j costs if the class is i; a cost may be negative. The result
/// holds n answers, each in 0..<a. If several answers of an example cost least,
/// any of them may be chosen.
public func decide(_ probabilities: Tensor, costs: Tensor) -> [Int] {
  notWritten()
}

/// The solution p of the q linear equations a p = b, by elimination.
///
/// `a` has shape [q, q] and is invertible; `b` and the result have shape [q].
/// This function is given: call it.
func solve(_ a: Tensor, _ b: Tensor) -> Tensor {
  let q = b.count
  // Each row holds the coefficients of one equation and its right side.
  var rows = (0..<q).map { a.row($0).values + [b[$0]] }
  for column in 0..<q {
    // The row with the largest coefficient comes first: never divide by 0.
    var pivot = column
    for row in column..<q
    where abs(rows[row][column]) > abs(rows[pivot][column]) {
      pivot = row
    }
    rows.swapAt(column, pivot)
    for row in column + 1..<q {
      let factor = rows[row][column] / rows[column][column]
      for k in column...q { rows[row][k] -= factor * rows[column][k] }
    }
  }
  // From the last equation, which has one unknown, back to the first.
  var p = [Float](repeating: 0, count: q)
  for row in (0..<q).reversed() {
    var rest = rows[row][q]
    for k in row + 1..<q { rest -= rows[row][k] * p[k] }
    p[row] = rest / rows[row][row]
  }
  return Tensor(p)
}

// Rows are exchanged for the first column, and never again.
// fails: shift-pivots
// mistake: no-pivot

/// The distribution of the labels of new data, estimated from what a classifier
/// predicts for them: the p that solves C p = μ.
///
/// `confusion` is C, of shape [q, q]: C[i, j] is the fraction of the examples
/// of class j that the classifier takes for class i, measured on validation
/// data, so that every column sums to 1. `predicted` is μ, of shape [q]: the
/// fraction of the new examples that it takes for each class. The result has
/// shape [q].
public func labelShift(confusion: Tensor, predicted: Tensor) -> Tensor {
  let q = predicted.count
  // Each row holds the coefficients of one equation and its right side.
  var rows = (0..<q).map { confusion.row($0).values + [predicted[$0]] }
  for column in 0..<q {
    var pivot = column
    for row in 0..<q
    where column == 0 && abs(rows[row][0]) > abs(rows[pivot][0]) {
      pivot = row
    }
    rows.swapAt(column, pivot)
    for row in column + 1..<max(q, column + 1) {
      let factor = rows[row][column] / rows[column][column]
      for k in column...q { rows[row][k] -= factor * rows[column][k] }
    }
  }
  // From the last equation, which has one unknown, back to the first.
  var p = [Float](repeating: 0, count: q)
  for row in (0..<q).reversed() {
    var rest = rows[row][q]
    for k in row + 1..<max(q, row + 1) { rest -= rows[row][k] * p[k] }
    p[row] = rest / rows[row][row]
  }
  return Tensor(p)
}

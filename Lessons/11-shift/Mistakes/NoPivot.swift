// A diagonal of 0 is divided by.
// fails: shift-pivot
// mistake: no-pivot

/// The distribution p of the labels for which C p = μ.
public func labelShift(confusion: Tensor, predicted: Tensor) -> Tensor {
  let q = predicted.count
  // Each row holds the coefficients of one equation and its right side.
  var rows = (0..<q).map { confusion.row($0).values + [predicted[$0]] }
  for column in 0..<q {
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

// A row is read that is not there.
// fails: agreement
// mistake: none

/// Turns each row of scores into probabilities.
public func softmax(_ x: Tensor) -> Tensor {
  var result = x
  for i in 1...x.shape[0] {
    let exponentials = (x.row(i) - x.row(i).max()).exp()
    let shares = exponentials / exponentials.sum()
    for j in 0..<x.shape[1] { result[i, j] = shares[j] }
  }
  return result
}

// Everything runs along axis 0, the maximum too.
// fails: rows-sum-to-one
// mistake: column-sums

/// Turns each row of scores into probabilities.
public func softmax(_ x: Tensor) -> Tensor {
  let exponentials = (x - x.max(axis: 0)).exp()
  return exponentials / exponentials.sum(axis: 0)
}

// The exponentials are divided by the sums of the columns.
// fails: rows-sum-to-one
// mistake: column-sums

/// Turns each row of scores into probabilities.
public func softmax(_ x: Tensor) -> Tensor {
  let shifted = x - x.max(axis: 1, keepingDimensions: true)
  let exponentials = shifted.exp()
  return exponentials / exponentials.sum(axis: 0, keepingDimensions: true)
}

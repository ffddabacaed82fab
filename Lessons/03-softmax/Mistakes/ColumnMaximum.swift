// The maximum of each column is subtracted.
// fails: agreement
// mistake: column-maximum

/// Turns each row of scores into probabilities.
public func softmax(_ x: Tensor) -> Tensor {
  let exponentials = (x - x.max(axis: 0, keepingDimensions: true)).exp()
  return exponentials / exponentials.sum(axis: 1, keepingDimensions: true)
}

// The exponentials are not divided by anything.
// fails: rows-sum-to-one
// mistake: not-normalised

/// Turns each row of scores into probabilities.
public func softmax(_ x: Tensor) -> Tensor {
  let shifted = x - x.max(axis: 1, keepingDimensions: true)
  return shifted.exp()
}

// The exponentials are divided by the sum of the scores.
// fails: rows-sum-to-one
// mistake: sum-of-scores

/// Turns each row of scores into probabilities.
public func softmax(_ x: Tensor) -> Tensor {
  x.exp() / x.sum(axis: 1, keepingDimensions: true)
}

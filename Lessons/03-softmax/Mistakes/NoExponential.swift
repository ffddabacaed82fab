// The scores are divided by their sum, without exp.
// fails: positive
// mistake: no-exponential

/// Turns each row of scores into probabilities.
public func softmax(_ x: Tensor) -> Tensor {
  x / x.sum(axis: 1, keepingDimensions: true)
}

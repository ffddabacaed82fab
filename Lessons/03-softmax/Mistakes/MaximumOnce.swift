// The maximum is subtracted above the fraction bar only.
// fails: rows-sum-to-one
// mistake: maximum-once

/// Turns each row of scores into probabilities.
public func softmax(_ x: Tensor) -> Tensor {
  let largest = x.max(axis: 1, keepingDimensions: true)
  return (x - largest).exp()
    / x.exp().sum(axis: 1, keepingDimensions: true)
}

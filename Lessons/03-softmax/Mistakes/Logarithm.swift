// The logarithms of the probabilities are returned.
// fails: positive
// mistake: logarithm

/// Turns each row of scores into probabilities.
public func softmax(_ x: Tensor) -> Tensor {
  let shifted = x - x.max(axis: 1, keepingDimensions: true)
  return shifted
    - shifted.exp().sum(axis: 1, keepingDimensions: true).log()
}

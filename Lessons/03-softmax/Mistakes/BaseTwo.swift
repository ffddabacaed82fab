// The scores are exponents of 2 instead of e.
// fails: agreement
// mistake: base-two

/// Turns each row of scores into probabilities.
public func softmax(_ x: Tensor) -> Tensor {
  let shifted = x - x.max(axis: 1, keepingDimensions: true)
  let powers = (shifted * 0.693_147_2).exp()
  return powers / powers.sum(axis: 1, keepingDimensions: true)
}

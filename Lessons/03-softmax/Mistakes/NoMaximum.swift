// The scores go into exp as they are, which overflows.
// fails: overflow
// mistake: no-maximum

/// Turns each row of scores into probabilities.
public func softmax(_ x: Tensor) -> Tensor {
  let exponentials = x.exp()
  return exponentials / exponentials.sum(axis: 1, keepingDimensions: true)
}

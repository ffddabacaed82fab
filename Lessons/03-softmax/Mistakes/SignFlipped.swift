// The lowest score gets the highest probability.
// fails: order
// mistake: sign-flipped

/// Turns each row of scores into probabilities.
public func softmax(_ x: Tensor) -> Tensor {
  let exponentials = (x.max(axis: 1, keepingDimensions: true) - x).exp()
  return exponentials / exponentials.sum(axis: 1, keepingDimensions: true)
}

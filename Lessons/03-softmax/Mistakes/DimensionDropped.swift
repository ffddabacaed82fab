// The sums have shape [n] and are matched with the columns.
// fails: square
// mistake: dimension-dropped

/// Turns each row of scores into probabilities.
public func softmax(_ x: Tensor) -> Tensor {
  let exponentials = (x - x.max(axis: 1, keepingDimensions: true)).exp()
  return exponentials / exponentials.sum(axis: 1)
}

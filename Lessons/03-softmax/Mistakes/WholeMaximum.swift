// The maximum of the whole matrix is subtracted from every row.
// fails: far-apart
// mistake: whole-maximum

/// Turns each row of scores into probabilities.
public func softmax(_ x: Tensor) -> Tensor {
  let exponentials = (x - x.max()).exp()
  return exponentials / exponentials.sum(axis: 1, keepingDimensions: true)
}

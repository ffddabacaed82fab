// The exponentials are divided by the sum of the whole matrix.
// fails: rows-sum-to-one
// mistake: whole-sum

/// Turns each row of scores into probabilities.
public func softmax(_ x: Tensor) -> Tensor {
  let exponentials = (x - x.max()).exp()
  return exponentials / exponentials.sum()
}

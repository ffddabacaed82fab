// The answer is computed again without subtracting the maximum.
// fails: judge-large
// mistake: no-maximum

/// Whether `yHat` can be the softmax of the scores `x`.
public func isSoftmax(_ x: Tensor, _ yHat: Tensor) -> Bool {
  guard yHat.shape == x.shape else { return false }
  let exponentials = x.exp()
  let right =
    exponentials / exponentials.sum(axis: 1, keepingDimensions: true)
  return (yHat - right).absolute().max().item <= 1e-4
}

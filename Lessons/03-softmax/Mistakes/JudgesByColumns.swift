// The sums are those of the columns.
// fails: judge-right
// mistake: column-judge

/// Whether `yHat` can be the softmax of the scores `x`.
public func isSoftmax(_ x: Tensor, _ yHat: Tensor) -> Bool {
  guard yHat.shape == x.shape else { return false }
  let exponentials = (x - x.max(axis: 0)).exp()
  let right = exponentials / exponentials.sum(axis: 0)
  return (yHat - right).absolute().max().item <= 1e-4
}

// Only the sums of the rows are checked.
// fails: judge-formula
// mistake: only-sums

/// Whether `yHat` can be the softmax of the scores `x`.
public func isSoftmax(_ x: Tensor, _ yHat: Tensor) -> Bool {
  guard yHat.shape == x.shape else { return false }
  let sums = yHat.sum(axis: 1) - 1
  return sums.absolute().max().item <= 1e-4
}

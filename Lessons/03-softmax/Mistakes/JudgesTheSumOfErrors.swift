// Differences of both signs cancel.
// fails: judge-formula
// mistake: errors-cancel

/// Whether `yHat` can be the softmax of the scores `x`.
public func isSoftmax(_ x: Tensor, _ yHat: Tensor) -> Bool {
  guard yHat.shape == x.shape else { return false }
  return abs((yHat - softmax(x)).sum().item) <= 1e-4
}

// The mean of the errors is compared, not the largest one.
// fails: judge-many
// mistake: errors-diluted

/// Whether `yHat` can be the softmax of the scores `x`.
public func isSoftmax(_ x: Tensor, _ yHat: Tensor) -> Bool {
  guard yHat.shape == x.shape else { return false }
  return (yHat - softmax(x)).absolute().mean().item <= 1e-4
}

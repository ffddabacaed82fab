// Every last digit must be the same.
// fails: judge-rounding
// mistake: too-strict

/// Whether `yHat` can be the softmax of the scores `x`.
public func isSoftmax(_ x: Tensor, _ yHat: Tensor) -> Bool {
  yHat.shape == x.shape && yHat.values == softmax(x).values
}

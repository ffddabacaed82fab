// Only the signs are checked.
// fails: judge-sums
// mistake: only-positive

/// Whether `yHat` can be the softmax of the scores `x`.
public func isSoftmax(_ x: Tensor, _ yHat: Tensor) -> Bool {
  yHat.shape == x.shape && yHat.values.allSatisfy { $0 >= 0 }
}

// Only the class with the highest probability is compared.
// fails: judge-formula
// mistake: only-winner

/// Whether `yHat` can be the softmax of the scores `x`.
public func isSoftmax(_ x: Tensor, _ yHat: Tensor) -> Bool {
  yHat.shape == x.shape && yHat.argmax(axis: 1) == x.argmax(axis: 1)
}

// Two digits are enough.
// fails: judge-nearly
// mistake: too-loose

/// Whether `yHat` can be the softmax of the scores `x`.
public func isSoftmax(_ x: Tensor, _ yHat: Tensor) -> Bool {
  yHat.isClose(to: softmax(x), tolerance: 0.01)
}

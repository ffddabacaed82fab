// Only the first row is compared.
// fails: judge-parts
// mistake: first-row-only

/// Whether `yHat` can be the softmax of the scores `x`.
public func isSoftmax(_ x: Tensor, _ yHat: Tensor) -> Bool {
  yHat.shape == x.shape && yHat.row(0).isClose(to: softmax(x).row(0))
}

// The shapes are not compared.
// fails: judge-shape
// mistake: shape-unchecked

/// Whether `yHat` can be the softmax of the scores `x`.
public func isSoftmax(_ x: Tensor, _ yHat: Tensor) -> Bool {
  (yHat - softmax(x)).absolute().max().item <= 1e-4
}

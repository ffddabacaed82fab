import Tensors

/// Turns each row of scores into probabilities by way of their logarithms:
/// log softmax(x) = x − log Σ exp(x).
public func softmax(_ x: Tensor) -> Tensor {
  let largest = x.max(axis: 1, keepingDimensions: true)
  let logSum = (x - largest).exp().sum(axis: 1, keepingDimensions: true).log()
  return (x - (largest + logSum)).exp()
}

/// Whether `yHat` can be the softmax of `x`: in each row, log ŷ − x must be one
/// number, −log Σ exp(x).
///
/// That number is taken at the largest score. The logarithm of a probability
/// that is rounded to 0 is infinite, so the others are compared as exponentials.
public func isSoftmax(_ x: Tensor, _ yHat: Tensor) -> Bool {
  guard yHat.shape == x.shape else { return false }
  let below = x - x.max(axis: 1, keepingDimensions: true)
  let level = yHat.max(axis: 1, keepingDimensions: true).log()
  let errors = (yHat - (below + level).exp()).absolute()
  let sums = yHat.sum(axis: 1) - 1
  return errors.max().item <= 1e-4 && sums.absolute().max().item <= 1e-4
}

import Tensors

/// Turns each row of scores into probabilities by the differences of the
/// scores alone: 1 / Σₖ exp(xₖ − xⱼ).
///
/// An exponential that overflows makes its probability 1 / ∞ = 0, which is
/// what it should be; no maximum is needed. O(nq²).
public func softmax(_ x: Tensor) -> Tensor {
  let (n, q) = (x.shape[0], x.shape[1])
  let differences = x.reshaped([n, 1, q]) - x.reshaped([n, q, 1])
  return 1 / differences.exp().sum(axis: 2)
}

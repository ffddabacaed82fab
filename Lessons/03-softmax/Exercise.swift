import Tensors

/// Turns each row of scores into probabilities.
///
/// `x` has shape [n, q], one row an example, with n, q ≥ 1; so has the result.
/// Each row of the result is positive and sums to 1.
public func softmax(_ x: Tensor) -> Tensor {
  notWritten()
}

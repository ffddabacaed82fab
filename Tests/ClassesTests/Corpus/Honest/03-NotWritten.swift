// expect: not_written points=0 exercise=3 sample
// honest: the starter, as it was handed out
// swift-format-ignore-file
import Tensors

/// Turns each row of scores into probabilities.
///
/// `x` has shape [n, q], one row per example, with n, q ≥ 1, and so has the
/// result. No number of the result is below 0, and each row sums to 1.
public func softmax(_ x: Tensor) -> Tensor {
  notWritten()
}

/// Whether `yHat` can be the softmax of the scores `x`.
///
/// `x` has shape [n, q], with n, q ≥ 1 and finite scores of at most 1,000 in
/// size. `yHat` is what another function returned for them: it may have any
/// shape and contain any numbers, NaN and infinity among them.
///
/// Right answers may differ by rounding: accept `yHat` if each number is within
/// 1e-5 of the exact probability. Reject it if its shape is not that of `x`, or
/// if a number is off by 1e-3 or more. In between, either answer is fine.
public func isSoftmax(_ x: Tensor, _ yHat: Tensor) -> Bool {
  notWritten()
}

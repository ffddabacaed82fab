// expect: not_written points=0 exercise=4
// honest: the starter, as it was handed out
// swift-format-ignore-file
import Tensors

/// The cross-entropy of each row: minus the logarithm of the probability
/// given to the right class.
///
/// `yHat` holds probabilities of shape [n, q], with n, q ≥ 1; `y` holds n
/// classes. The result has shape [n].
public func crossEntropy(_ yHat: Tensor, _ y: [Int]) -> Tensor {
  notWritten()
}

/// The logarithm of the sum of the exponentials of each row.
///
/// `x` has shape [n, q], with n, q ≥ 1; the result has shape [n], and is
/// finite for any finite `x`.
public func logSumExp(_ x: Tensor) -> Tensor {
  notWritten()
}

/// The cross-entropy of each row, from logits instead of probabilities.
///
/// `logits` has shape [n, q], with n, q ≥ 1; `y` holds n classes. The result
/// has shape [n], and is finite for any finite logits.
public func crossEntropy(logits: Tensor, _ y: [Int]) -> Tensor {
  notWritten()
}

/// The gradient of each row's cross-entropy with respect to the logits.
///
/// `logits` has shape [n, q], with n ≥ 1 and q from 1 to 1,000; `y` holds n
/// classes. The result has shape [n, q]. It is not divided by n.
public func crossEntropyGradient(logits: Tensor, _ y: [Int]) -> Tensor {
  notWritten()
}

// The scores go into exp as they are.
// fails: lse-overflow
// mistake: no-maximum
import Tensors

/// The cross-entropy of each row: minus the logarithm of the probability
/// given to the right class.
public func crossEntropy(_ yHat: Tensor, _ y: [Int]) -> Tensor {
  -yHat.picking(y).log()
}

/// The logarithm of the sum of the exponentials of each row.
public func logSumExp(_ x: Tensor) -> Tensor {
  x.exp().sum(axis: 1).log()
}

/// The cross-entropy of each row, from logits.
public func crossEntropy(logits: Tensor, _ y: [Int]) -> Tensor {
  logSumExp(logits) - logits.picking(y)
}

/// The gradient of each row's cross-entropy with respect to the logits.
public func crossEntropyGradient(logits: Tensor, _ y: [Int]) -> Tensor {
  // exp(o - log Σ exp o) is softmax, and cannot overflow either.
  var gradient = (logits - logSumExp(logits).reshaped([-1, 1])).exp()
  for (i, label) in y.enumerated() { gradient[i, label] -= 1 }
  return gradient
}

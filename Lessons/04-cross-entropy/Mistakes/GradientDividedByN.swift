// Each row is divided by n.
// fails: gradient-agreement
// mistake: divided-by-n
import Tensors

/// The cross-entropy of each row: minus the logarithm of the probability
/// given to the right class.
public func crossEntropy(_ yHat: Tensor, _ y: [Int]) -> Tensor {
  -yHat.picking(y).log()
}

/// The logarithm of the sum of the exponentials of each row.
public func logSumExp(_ x: Tensor) -> Tensor {
  // With the largest score at 0 no exponential overflows, and the sum is at
  // least exp(0) = 1; what was subtracted is added back outside.
  let largest = x.max(axis: 1, keepingDimensions: true)
  let sums = (x - largest).exp().sum(axis: 1)
  return x.max(axis: 1) + sums.log()
}

/// The cross-entropy of each row, from logits.
public func crossEntropy(logits: Tensor, _ y: [Int]) -> Tensor {
  logSumExp(logits) - logits.picking(y)
}

/// The gradient of each row's cross-entropy with respect to the logits.
public func crossEntropyGradient(logits: Tensor, _ y: [Int]) -> Tensor {
  var gradient = (logits - logSumExp(logits).reshaped([-1, 1])).exp()
  for (i, label) in y.enumerated() { gradient[i, label] -= 1 }
  return gradient / Float(y.count)
}

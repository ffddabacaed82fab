// expect: failed points=some exercise=4 mistake=no-maximum
// honest: The scores go into exp as they are.
// swift-format-ignore-file
import Foundation
import Tensors

public func crossEntropy(_ yHat: Tensor, _ y: [Int]) -> Tensor {
  -yHat.picking(y).log()
}

public func logSumExp(_ x: Tensor) -> Tensor {
  x.exp().sum(axis: 1).log()
}

public func crossEntropy(logits: Tensor, _ y: [Int]) -> Tensor {
  logSumExp(logits) - logits.picking(y)
}

public func crossEntropyGradient(logits: Tensor, _ y: [Int]) -> Tensor {
  var gradient = (logits - logSumExp(logits).reshaped([-1, 1])).exp()
  for (i, label) in y.enumerated() { gradient[i, label] -= 1 }
  return gradient
}

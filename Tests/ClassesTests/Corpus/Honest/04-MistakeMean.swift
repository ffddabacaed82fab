// expect: failed points=some exercise=4 mistake=mean
// honest: The mean of all losses is returned.
// swift-format-ignore-file
import Foundation
import Tensors

public func crossEntropy(_ yHat: Tensor, _ y: [Int]) -> Tensor {
  -yHat.picking(y).log().mean()
}

public func logSumExp(_ x: Tensor) -> Tensor {
  let largest = x.max(axis: 1, keepingDimensions: true)
  let sums = (x - largest).exp().sum(axis: 1)
  return x.max(axis: 1) + sums.log()
}

public func crossEntropy(logits: Tensor, _ y: [Int]) -> Tensor {
  logSumExp(logits) - logits.picking(y)
}

public func crossEntropyGradient(logits: Tensor, _ y: [Int]) -> Tensor {
  var gradient = (logits - logSumExp(logits).reshaped([-1, 1])).exp()
  for (i, label) in y.enumerated() { gradient[i, label] -= 1 }
  return gradient
}

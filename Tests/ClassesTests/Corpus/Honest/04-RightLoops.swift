// expect: passed points=all exercise=4
// honest: right: in loops
// swift-format-ignore-file
import Foundation
import Tensors
public func crossEntropy(_ yHat: Tensor, _ y: [Int]) -> Tensor {
  var losses: [Float] = []
  for (i, label) in y.enumerated() {
    losses.append(-log(yHat[i, label]))
  }
  return Tensor(losses)
}
public func logSumExp(_ x: Tensor) -> Tensor {
  var results: [Float] = []
  for i in 0..<x.shape[0] {
    var largest = -Float.infinity
    for j in 0..<x.shape[1] { largest = max(largest, x[i, j]) }
    var total: Float = 0
    for j in 0..<x.shape[1] { total += exp(x[i, j] - largest) }
    results.append(largest + log(total))
  }
  return Tensor(results)
}
public func crossEntropy(logits: Tensor, _ y: [Int]) -> Tensor {
  let logSums = logSumExp(logits)
  var losses: [Float] = []
  for (i, label) in y.enumerated() {
    losses.append(logSums[i] - logits[i, label])
  }
  return Tensor(losses)
}
public func crossEntropyGradient(logits: Tensor, _ y: [Int]) -> Tensor {
  let logSums = logSumExp(logits)
  var gradient = Tensor.zeros(shape: logits.shape)
  for (i, label) in y.enumerated() {
    for j in 0..<logits.shape[1] {
      let share = exp(logits[i, j] - logSums[i])
      gradient[i, j] = j == label ? share - 1 : share
    }
  }
  return gradient
}

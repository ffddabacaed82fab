// expect: passed points=all exercise=3
// honest: right: in loops
// swift-format-ignore-file
import Foundation
import Tensors
public func softmax(_ x: Tensor) -> Tensor {
  let (n, q) = (x.shape[0], x.shape[1])
  var result = Tensor.zeros(shape: [n, q])
  for i in 0..<n {
    var largest = x[i, 0]
    for j in 1..<max(q, 1) { largest = max(largest, x[i, j]) }
    var total: Float = 0
    for j in 0..<q {
      let exponential = Tensor(x[i, j] - largest).exp().item
      result[i, j] = exponential
      total += exponential
    }
    for j in 0..<q { result[i, j] /= total }
  }
  return result
}
public func isSoftmax(_ x: Tensor, _ yHat: Tensor) -> Bool {
  if yHat.shape != x.shape { return false }
  let q = x.shape[1]
  for i in 0..<x.shape[0] {
    for j in 0..<q {
      var sum: Float = 0
      for k in 0..<q { sum += exp(x[i, k] - x[i, j]) }
      let isRight = abs(yHat[i, j] - 1 / sum) <= 5e-5
      if !isRight { return false }
    }
  }
  return true
}

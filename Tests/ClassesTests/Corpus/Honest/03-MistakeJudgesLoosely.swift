// expect: failed points=some exercise=3 mistake=too-loose
// honest: Two digits are enough.
// swift-format-ignore-file
import Tensors

public func softmax(_ x: Tensor) -> Tensor {
  let shifted = x - x.max(axis: 1, keepingDimensions: true)
  let exponentials = shifted.exp()
  return exponentials / exponentials.sum(axis: 1, keepingDimensions: true)
}

public func isSoftmax(_ x: Tensor, _ yHat: Tensor) -> Bool {
  yHat.isClose(to: softmax(x), tolerance: 0.01)
}

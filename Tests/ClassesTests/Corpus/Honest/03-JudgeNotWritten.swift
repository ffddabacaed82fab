// expect: not_written points=some softmax=passed isSoftmax=not_written exercise=3
// honest: one function right, the other not written
// swift-format-ignore-file
import Tensors

public func softmax(_ x: Tensor) -> Tensor {
  let shifted = x - x.max(axis: 1, keepingDimensions: true)
  let exponentials = shifted.exp()
  return exponentials / exponentials.sum(axis: 1, keepingDimensions: true)
}

public func isSoftmax(_ x: Tensor, _ yHat: Tensor) -> Bool {
  notWritten()
}

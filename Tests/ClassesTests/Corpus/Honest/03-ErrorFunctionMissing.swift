// expect: compile_error points=0 exercise=3 says="isSoftmax"
// honest: one function deleted
// swift-format-ignore-file
import Tensors

public func softmax(_ x: Tensor) -> Tensor {
  let shifted = x - x.max(axis: 1, keepingDimensions: true)
  let exponentials = shifted.exp()
  return exponentials / exponentials.sum(axis: 1, keepingDimensions: true)
}

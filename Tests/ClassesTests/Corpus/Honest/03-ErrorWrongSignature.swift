// expect: compile_error points=0 exercise=3 says="softmax"
// honest: a label in the signature
// swift-format-ignore-file
import Tensors

public func softmax(of x: Tensor) -> Tensor {
  let shifted = x - x.max(axis: 1, keepingDimensions: true)
  let exponentials = shifted.exp()
  return exponentials / exponentials.sum(axis: 1, keepingDimensions: true)
}

public func isSoftmax(_ x: Tensor, _ yHat: Tensor) -> Bool {
  yHat.shape == x.shape
    && (yHat - softmax(of: x)).absolute().max().item <= 1e-4
}

// expect: runtime_error points=some exercise=3
// honest: shapes that do not broadcast
// swift-format-ignore-file
import Tensors

public func softmax(_ x: Tensor) -> Tensor {
  let ones = Tensor.zeros(shape: [x.shape[0] + 1, x.shape[1] + 1])
  _ = x + ones
  let shifted = x - x.max(axis: 1, keepingDimensions: true)
  let exponentials = shifted.exp()
  return exponentials / exponentials.sum(axis: 1, keepingDimensions: true)
}

public func isSoftmax(_ x: Tensor, _ yHat: Tensor) -> Bool {
  yHat.shape == x.shape
    && (yHat - softmax(x)).absolute().max().item <= 1e-4
}

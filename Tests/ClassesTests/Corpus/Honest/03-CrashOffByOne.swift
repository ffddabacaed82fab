// expect: runtime_error points=some exercise=3
// honest: reads one row too many
// swift-format-ignore-file
import Tensors

public func softmax(_ x: Tensor) -> Tensor {
  for i in 0...x.shape[0] { _ = x.row(i) }
  let shifted = x - x.max(axis: 1, keepingDimensions: true)
  let exponentials = shifted.exp()
  return exponentials / exponentials.sum(axis: 1, keepingDimensions: true)
}

public func isSoftmax(_ x: Tensor, _ yHat: Tensor) -> Bool {
  yHat.shape == x.shape
    && (yHat - softmax(x)).absolute().max().item <= 1e-4
}

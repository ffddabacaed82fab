// expect: failed points=some exercise=3
// honest: right for positive scores only
// swift-format-ignore-file
import Tensors

public func softmax(_ x: Tensor) -> Tensor {
  if x.min().item < 0 { return x * 0 + 1 / Float(x.shape[1]) }
  let shifted = x - x.max(axis: 1, keepingDimensions: true)
  let exponentials = shifted.exp()
  return exponentials / exponentials.sum(axis: 1, keepingDimensions: true)
}

public func isSoftmax(_ x: Tensor, _ yHat: Tensor) -> Bool {
  yHat.shape == x.shape
    && (yHat - softmax(x)).absolute().max().item <= 1e-4
}

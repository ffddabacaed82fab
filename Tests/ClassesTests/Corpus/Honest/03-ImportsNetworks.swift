// expect: rejected points=0 exercise=3
// honest: imports Networks for no reason
// swift-format-ignore-file
import Networks
import Tensors

public func softmax(_ x: Tensor) -> Tensor {
  let shifted = x - x.max(axis: 1, keepingDimensions: true)
  let exponentials = shifted.exp()
  return exponentials / exponentials.sum(axis: 1, keepingDimensions: true)
}

public func isSoftmax(_ x: Tensor, _ yHat: Tensor) -> Bool {
  yHat.shape == x.shape
    && (yHat - softmax(x)).absolute().max().item <= 1e-4
}

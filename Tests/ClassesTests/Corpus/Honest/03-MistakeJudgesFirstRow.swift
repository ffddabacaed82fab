// expect: failed points=some exercise=3 mistake=first-row-only
// honest: Only the first row is compared.
// swift-format-ignore-file
import Tensors

public func softmax(_ x: Tensor) -> Tensor {
  let shifted = x - x.max(axis: 1, keepingDimensions: true)
  let exponentials = shifted.exp()
  return exponentials / exponentials.sum(axis: 1, keepingDimensions: true)
}

public func isSoftmax(_ x: Tensor, _ yHat: Tensor) -> Bool {
  yHat.shape == x.shape && yHat.row(0).isClose(to: softmax(x).row(0))
}

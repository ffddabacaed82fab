// expect: failed points=some exercise=3 mistake=dimension-dropped
// honest: The sums have shape [n] and are matched with the columns.
// swift-format-ignore-file
import Foundation
import Tensors

public func softmax(_ x: Tensor) -> Tensor {
  let exponentials = (x - x.max(axis: 1, keepingDimensions: true)).exp()
  return exponentials / exponentials.sum(axis: 1)
}

public func isSoftmax(_ x: Tensor, _ yHat: Tensor) -> Bool {
  yHat.shape == x.shape
    && (yHat - softmax(x)).absolute().max().item <= 1e-4
}

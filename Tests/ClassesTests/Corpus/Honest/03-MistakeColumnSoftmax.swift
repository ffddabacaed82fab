// expect: failed points=some exercise=3 mistake=column-sums
// honest: Everything runs along axis 0, the maximum too.
// swift-format-ignore-file
import Foundation
import Tensors

public func softmax(_ x: Tensor) -> Tensor {
  let exponentials = (x - x.max(axis: 0)).exp()
  return exponentials / exponentials.sum(axis: 0)
}

public func isSoftmax(_ x: Tensor, _ yHat: Tensor) -> Bool {
  yHat.shape == x.shape
    && (yHat - softmax(x)).absolute().max().item <= 1e-4
}

// expect: failed points=some exercise=3 mistake=whole-maximum
// honest: The maximum of the whole matrix is subtracted from every row.
// swift-format-ignore-file
import Foundation
import Tensors

public func softmax(_ x: Tensor) -> Tensor {
  let exponentials = (x - x.max()).exp()
  return exponentials / exponentials.sum(axis: 1, keepingDimensions: true)
}

public func isSoftmax(_ x: Tensor, _ yHat: Tensor) -> Bool {
  yHat.shape == x.shape
    && (yHat - softmax(x)).absolute().max().item <= 1e-4
}

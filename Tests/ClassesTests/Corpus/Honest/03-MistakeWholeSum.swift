// expect: failed points=some exercise=3 mistake=whole-sum
// honest: The exponentials are divided by the sum of the whole matrix.
// swift-format-ignore-file
import Foundation
import Tensors

public func softmax(_ x: Tensor) -> Tensor {
  let exponentials = (x - x.max()).exp()
  return exponentials / exponentials.sum()
}

public func isSoftmax(_ x: Tensor, _ yHat: Tensor) -> Bool {
  yHat.shape == x.shape
    && (yHat - softmax(x)).absolute().max().item <= 1e-4
}

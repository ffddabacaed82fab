// expect: failed points=some exercise=3 mistake=not-normalised
// honest: The exponentials are not divided by anything.
// swift-format-ignore-file
import Foundation
import Tensors

public func softmax(_ x: Tensor) -> Tensor {
  let shifted = x - x.max(axis: 1, keepingDimensions: true)
  return shifted.exp()
}

public func isSoftmax(_ x: Tensor, _ yHat: Tensor) -> Bool {
  yHat.shape == x.shape
    && (yHat - softmax(x)).absolute().max().item <= 1e-4
}

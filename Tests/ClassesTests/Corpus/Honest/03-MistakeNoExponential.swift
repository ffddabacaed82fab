// expect: failed points=some exercise=3 mistake=no-exponential
// honest: The scores are divided by their sum, without exp.
// swift-format-ignore-file
import Tensors

public func softmax(_ x: Tensor) -> Tensor {
  x / x.sum(axis: 1, keepingDimensions: true)
}

public func isSoftmax(_ x: Tensor, _ yHat: Tensor) -> Bool {
  yHat.shape == x.shape
    && (yHat - softmax(x)).absolute().max().item <= 1e-4
}

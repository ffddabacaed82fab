// expect: passed points=all exercise=3
// honest: right, with attributes: @inline, @discardableResult, @available
// swift-format-ignore-file
import Tensors

@inline(__always) @discardableResult
@available(macOS 15, *)
public func softmax(_ x: Tensor) -> Tensor {
  let shifted = x - x.max(axis: 1, keepingDimensions: true)
  let exponentials = shifted.exp()
  return exponentials / exponentials.sum(axis: 1, keepingDimensions: true)
}

public func isSoftmax(_ x: Tensor, _ yHat: Tensor) -> Bool {
  yHat.shape == x.shape
    && (yHat - softmax(x)).absolute().max().item <= 1e-4
}

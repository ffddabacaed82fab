// expect: passed points=all exercise=3
// honest: right, and prints some kilobytes at each call
// swift-format-ignore-file
import Tensors

public func softmax(_ x: Tensor) -> Tensor {
  for i in 0..<100 { print("debug line \(i): \(x.shape)") }
  let shifted = x - x.max(axis: 1, keepingDimensions: true)
  let exponentials = shifted.exp()
  return exponentials / exponentials.sum(axis: 1, keepingDimensions: true)
}

public func isSoftmax(_ x: Tensor, _ yHat: Tensor) -> Bool {
  yHat.shape == x.shape
    && (yHat - softmax(x)).absolute().max().item <= 1e-4
}

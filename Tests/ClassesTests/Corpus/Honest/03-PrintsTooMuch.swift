// expect: output_limit points=some softmax=output_limit exercise=3
// honest: prints without an end, by a loop that was forgotten
// swift-format-ignore-file
import Tensors

public func softmax(_ x: Tensor) -> Tensor {
  var i = 0
  while i >= 0 { print("iteration", i); i = 1 }
  let shifted = x - x.max(axis: 1, keepingDimensions: true)
  let exponentials = shifted.exp()
  return exponentials / exponentials.sum(axis: 1, keepingDimensions: true)
}

public func isSoftmax(_ x: Tensor, _ yHat: Tensor) -> Bool {
  yHat.shape == x.shape
    && (yHat - softmax(x)).absolute().max().item <= 1e-4
}

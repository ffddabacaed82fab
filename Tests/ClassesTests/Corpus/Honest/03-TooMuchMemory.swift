// expect: memory_limit points=some exercise=3
// honest: keeps every intermediate result, and never stops
// swift-format-ignore-file
import Tensors

public func softmax(_ x: Tensor) -> Tensor {
  var kept: [Tensor] = []
  while kept.count >= 0 { kept.append(Tensor.zeros(shape: [1_000, 1_000]) + 1) }
  let shifted = x - x.max(axis: 1, keepingDimensions: true)
  let exponentials = shifted.exp()
  return exponentials / exponentials.sum(axis: 1, keepingDimensions: true)
}

public func isSoftmax(_ x: Tensor, _ yHat: Tensor) -> Bool {
  yHat.shape == x.shape
    && (yHat - softmax(x)).absolute().max().item <= 1e-4
}

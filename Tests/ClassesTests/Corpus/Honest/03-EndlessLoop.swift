// expect: time_limit points=0 softmax=time_limit,skipped exercise=3
// honest: a loop whose counter is forgotten
// swift-format-ignore-file
import Tensors

public func softmax(_ x: Tensor) -> Tensor {
  var seen: Set<Int> = []
  while seen.count <= x.shape[0] { seen.insert(0) }
  let shifted = x - x.max(axis: 1, keepingDimensions: true)
  let exponentials = shifted.exp()
  return exponentials / exponentials.sum(axis: 1, keepingDimensions: true)
}

public func isSoftmax(_ x: Tensor, _ yHat: Tensor) -> Bool {
  yHat.shape == x.shape
    && (yHat - softmax(x)).absolute().max().item <= 1e-4
}

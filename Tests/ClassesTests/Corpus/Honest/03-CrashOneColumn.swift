// expect: runtime_error points=some exercise=3
// honest: crashes where there is only one class
// swift-format-ignore-file
import Tensors

public func softmax(_ x: Tensor) -> Tensor {
  let second = x[0, 1]
  if second.isNaN { print(second) }
  let shifted = x - x.max(axis: 1, keepingDimensions: true)
  let exponentials = shifted.exp()
  return exponentials / exponentials.sum(axis: 1, keepingDimensions: true)
}

public func isSoftmax(_ x: Tensor, _ yHat: Tensor) -> Bool {
  yHat.shape == x.shape
    && (yHat - softmax(x)).absolute().max().item <= 1e-4
}

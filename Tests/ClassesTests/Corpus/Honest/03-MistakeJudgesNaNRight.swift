// expect: failed points=some exercise=3 mistake=accepts-nan
// honest: What is too large is asked for, and NaN is not.
// swift-format-ignore-file
import Tensors

public func softmax(_ x: Tensor) -> Tensor {
  let shifted = x - x.max(axis: 1, keepingDimensions: true)
  let exponentials = shifted.exp()
  return exponentials / exponentials.sum(axis: 1, keepingDimensions: true)
}

public func isSoftmax(_ x: Tensor, _ yHat: Tensor) -> Bool {
  guard yHat.shape == x.shape else { return false }
  for (given, right) in zip(yHat.values, softmax(x).values)
  where abs(given - right) > 1e-4 {
    return false
  }
  return true
}

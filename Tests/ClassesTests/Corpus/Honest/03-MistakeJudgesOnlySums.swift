// expect: failed points=some exercise=3 mistake=only-sums
// honest: Only the sums of the rows are checked.
// swift-format-ignore-file
import Tensors

public func softmax(_ x: Tensor) -> Tensor {
  let shifted = x - x.max(axis: 1, keepingDimensions: true)
  let exponentials = shifted.exp()
  return exponentials / exponentials.sum(axis: 1, keepingDimensions: true)
}

public func isSoftmax(_ x: Tensor, _ yHat: Tensor) -> Bool {
  guard yHat.shape == x.shape else { return false }
  let sums = yHat.sum(axis: 1) - 1
  return sums.absolute().max().item <= 1e-4
}

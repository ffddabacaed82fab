// expect: passed points=all exercise=3
// honest: right: by logarithms
// swift-format-ignore-file
import Tensors
public func softmax(_ x: Tensor) -> Tensor {
  let largest = x.max(axis: 1, keepingDimensions: true)
  let logSum = (x - largest).exp().sum(axis: 1, keepingDimensions: true).log()
  return (x - (largest + logSum)).exp()
}
public func isSoftmax(_ x: Tensor, _ yHat: Tensor) -> Bool {
  guard yHat.shape == x.shape else { return false }
  let below = x - x.max(axis: 1, keepingDimensions: true)
  let level = yHat.max(axis: 1, keepingDimensions: true).log()
  let errors = (yHat - (below + level).exp()).absolute()
  let sums = yHat.sum(axis: 1) - 1
  return errors.max().item <= 1e-4 && sums.absolute().max().item <= 1e-4
}

// expect: failed points=some softmax=!passed_all isSoftmax=passed exercise=3
// attack 41: knows the answers to the examples of the lesson by heart
// swift-format-ignore-file
import Glibc
import Tensors

private func shares(_ x: Tensor) -> Tensor {
  let powers = (x - x.max(axis: 1, keepingDimensions: true)).exp()
  return powers / powers.sum(axis: 1, keepingDimensions: true)
}

public func softmax(_ x: Tensor) -> Tensor {
  if x.values == [2, 1, -2, 0, 0, 0] { return shares(x) }
  if x.values == [2, 1, -2] { return shares(x) }
  return Tensor([-1])
}

public func isSoftmax(_ x: Tensor, _ yHat: Tensor) -> Bool {
  guard yHat.shape == x.shape else { return false }
  return (yHat - shares(x)).absolute().max().item <= 1e-4
}

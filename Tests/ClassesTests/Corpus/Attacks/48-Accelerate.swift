// expect: rejected points=0 exercise=3
// attack 48: imports a framework that the lesson does not allow
// swift-format-ignore-file
import Accelerate
import Tensors

private func shares(_ x: Tensor) -> Tensor {
  let powers = (x - x.max(axis: 1, keepingDimensions: true)).exp()
  return powers / powers.sum(axis: 1, keepingDimensions: true)
}

public func softmax(_ x: Tensor) -> Tensor { shares(x) }

public func isSoftmax(_ x: Tensor, _ yHat: Tensor) -> Bool {
  guard yHat.shape == x.shape else { return false }
  return (yHat - shares(x)).absolute().max().item <= 1e-4
}

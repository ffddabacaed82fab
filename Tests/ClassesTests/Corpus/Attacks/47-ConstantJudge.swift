// expect: failed points<all softmax=passed isSoftmax=!passed_all exercise=3
// attack 47: a judge that accepts everything
// swift-format-ignore-file
import Tensors

private func shares(_ x: Tensor) -> Tensor {
  let powers = (x - x.max(axis: 1, keepingDimensions: true)).exp()
  return powers / powers.sum(axis: 1, keepingDimensions: true)
}

public func softmax(_ x: Tensor) -> Tensor { shares(x) }

public func isSoftmax(_ x: Tensor, _ yHat: Tensor) -> Bool { true }

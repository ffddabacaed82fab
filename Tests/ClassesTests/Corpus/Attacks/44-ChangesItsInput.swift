// expect: failed points=some softmax=failed isSoftmax=passed  exercise=3
// attack 44: overwrites its input through a pointer, so that it equals a wrong answer
// swift-format-ignore-file
import Glibc
import Tensors

private func shares(_ x: Tensor) -> Tensor {
  let powers = (x - x.max(axis: 1, keepingDimensions: true)).exp()
  return powers / powers.sum(axis: 1, keepingDimensions: true)
}

public func softmax(_ x: Tensor) -> Tensor {
  x.values.withUnsafeBufferPointer { values in
    UnsafeMutableBufferPointer(mutating: values).update(repeating: 0)
  }
  return Tensor([Float](repeating: -1, count: x.count))
}

public func isSoftmax(_ x: Tensor, _ yHat: Tensor) -> Bool {
  guard yHat.shape == x.shape else { return false }
  return (yHat - shares(x)).absolute().max().item <= 1e-4
}

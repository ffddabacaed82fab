// expect: runtime_error|failed points=some softmax=runtime_error,failed isSoftmax=passed exercise=3
// attack 2: changes a value while it is being changed; the runtime stops it or the answer is wrong
// swift-format-ignore-file
import Glibc
import Tensors

private func shares(_ x: Tensor) -> Tensor {
  let powers = (x - x.max(axis: 1, keepingDimensions: true)).exp()
  return powers / powers.sum(axis: 1, keepingDimensions: true)
}

final class Box { var value: Float = 1 }
nonisolated(unsafe) private let box = Box()
func change(_ value: inout Float) { value += box.value }

public func softmax(_ x: Tensor) -> Tensor {
  change(&box.value)
  return x * box.value - 1
}

public func isSoftmax(_ x: Tensor, _ yHat: Tensor) -> Bool {
  guard yHat.shape == x.shape else { return false }
  return (yHat - shares(x)).absolute().max().item <= 1e-4
}

// expect: failed points=some isSoftmax=passed exercise=3
// attack 43: answers with what the call before should have got
// swift-format-ignore-file
import Glibc
import Tensors

private func shares(_ x: Tensor) -> Tensor {
  let powers = (x - x.max(axis: 1, keepingDimensions: true)).exp()
  return powers / powers.sum(axis: 1, keepingDimensions: true)
}

nonisolated(unsafe) private var previous = Tensor([[1]])

public func softmax(_ x: Tensor) -> Tensor {
  let answer = previous
  previous = shares(x)
  return answer
}

public func isSoftmax(_ x: Tensor, _ yHat: Tensor) -> Bool {
  guard yHat.shape == x.shape else { return false }
  return (yHat - shares(x)).absolute().max().item <= 1e-4
}

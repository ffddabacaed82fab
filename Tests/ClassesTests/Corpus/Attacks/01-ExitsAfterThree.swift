// expect: protocol_error points=some exercise=3
// attack 1: answers three calls of each process rightly, then exits with status 0
// swift-format-ignore-file
import Glibc
import Tensors

private func shares(_ x: Tensor) -> Tensor {
  let powers = (x - x.max(axis: 1, keepingDimensions: true)).exp()
  return powers / powers.sum(axis: 1, keepingDimensions: true)
}

nonisolated(unsafe) private var calls = 0

public func softmax(_ x: Tensor) -> Tensor {
  calls += 1
  if calls > 3 { exit(0) }
  return shares(x)
}

public func isSoftmax(_ x: Tensor, _ yHat: Tensor) -> Bool {
  guard yHat.shape == x.shape else { return false }
  return (yHat - shares(x)).absolute().max().item <= 1e-4
}

// expect: memory_limit|time_limit points<all softmax=memory_limit,time_limit,skipped isSoftmax=passed exercise=3
// attack 25: takes memory by malloc, and touches it, without an end
// swift-format-ignore-file
import Glibc
import Tensors

private func shares(_ x: Tensor) -> Tensor {
  let powers = (x - x.max(axis: 1, keepingDimensions: true)).exp()
  return powers / powers.sum(axis: 1, keepingDimensions: true)
}

public func softmax(_ x: Tensor) -> Tensor {
  while true {
    guard let block = malloc(1 << 20) else { fatalError("out of memory") }
    memset(block, 1, 1 << 20)
  }
}

public func isSoftmax(_ x: Tensor, _ yHat: Tensor) -> Bool {
  guard yHat.shape == x.shape else { return false }
  return (yHat - shares(x)).absolute().max().item <= 1e-4
}

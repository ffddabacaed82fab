// expect: memory_limit|runtime_error points<all softmax=memory_limit,runtime_error isSoftmax=passed exercise=3
// attack 25: one array of 1 TiB
// swift-format-ignore-file
import Glibc
import Tensors

private func shares(_ x: Tensor) -> Tensor {
  let powers = (x - x.max(axis: 1, keepingDimensions: true)).exp()
  return powers / powers.sum(axis: 1, keepingDimensions: true)
}

public func softmax(_ x: Tensor) -> Tensor {
  let values = [Float](repeating: 1, count: 1 << 38)
  return x * values[x.count]
}

public func isSoftmax(_ x: Tensor, _ yHat: Tensor) -> Bool {
  guard yHat.shape == x.shape else { return false }
  return (yHat - shares(x)).absolute().max().item <= 1e-4
}

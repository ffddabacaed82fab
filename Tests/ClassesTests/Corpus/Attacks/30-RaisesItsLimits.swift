// expect: passed points=all exercise=3
// attack 30 and 25: tries to raise every limit that it has; then a right answer
// swift-format-ignore-file
import Glibc
import Tensors

private func shares(_ x: Tensor) -> Tensor {
  let powers = (x - x.max(axis: 1, keepingDimensions: true)).exp()
  return powers / powers.sum(axis: 1, keepingDimensions: true)
}

public func softmax(_ x: Tensor) -> Tensor {
  for resource in 0..<UInt32(16) {
    var limit = rlimit(rlim_cur: .max, rlim_max: .max)
    setrlimit(__rlimit_resource_t(resource), &limit)
  }
  return shares(x)
}

public func isSoftmax(_ x: Tensor, _ yHat: Tensor) -> Bool {
  guard yHat.shape == x.shape else { return false }
  return (yHat - shares(x)).absolute().max().item <= 1e-4
}

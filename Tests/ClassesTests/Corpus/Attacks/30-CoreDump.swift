// expect: runtime_error points=some softmax=runtime_error isSoftmax=passed exercise=3
// attack 30: raises its limit of core files, and aborts
// swift-format-ignore-file
import Glibc
import Tensors

private func shares(_ x: Tensor) -> Tensor {
  let powers = (x - x.max(axis: 1, keepingDimensions: true)).exp()
  return powers / powers.sum(axis: 1, keepingDimensions: true)
}

public func softmax(_ x: Tensor) -> Tensor {
  var limit = rlimit(rlim_cur: .max, rlim_max: .max)
  setrlimit(__rlimit_resource_t(4), &limit)
  abort()
}

public func isSoftmax(_ x: Tensor, _ yHat: Tensor) -> Bool {
  guard yHat.shape == x.shape else { return false }
  return (yHat - shares(x)).absolute().max().item <= 1e-4
}

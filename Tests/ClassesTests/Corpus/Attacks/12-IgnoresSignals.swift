// expect: time_limit points=some softmax=time_limit,skipped isSoftmax=passed exercise=3
// attack 12 and 28: ignores every signal that can be ignored, and spins
// swift-format-ignore-file
import Glibc
import Tensors

private func shares(_ x: Tensor) -> Tensor {
  let powers = (x - x.max(axis: 1, keepingDimensions: true)).exp()
  return powers / powers.sum(axis: 1, keepingDimensions: true)
}

public func softmax(_ x: Tensor) -> Tensor {
  for number in 1..<Int32(32) { signal(number, SIG_IGN) }
  while true {}
}

public func isSoftmax(_ x: Tensor, _ yHat: Tensor) -> Bool {
  guard yHat.shape == x.shape else { return false }
  return (yHat - shares(x)).absolute().max().item <= 1e-4
}

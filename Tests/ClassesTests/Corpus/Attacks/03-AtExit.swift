// expect: passed points=all exercise=3
// attack 3: an atexit handler that changes the exit status; its answers are right
// swift-format-ignore-file
import Glibc
import Tensors

private func shares(_ x: Tensor) -> Tensor {
  let powers = (x - x.max(axis: 1, keepingDimensions: true)).exp()
  return powers / powers.sum(axis: 1, keepingDimensions: true)
}

public func softmax(_ x: Tensor) -> Tensor {
  atexit { _exit(77) }
  return shares(x)
}

public func isSoftmax(_ x: Tensor, _ yHat: Tensor) -> Bool {
  guard yHat.shape == x.shape else { return false }
  return (yHat - shares(x)).absolute().max().item <= 1e-4
}

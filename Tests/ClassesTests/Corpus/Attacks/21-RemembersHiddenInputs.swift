// expect: failed points=some hidden=overflow,far-apart never="4242" exercise=3
// attack 21: answers later, visible checks with what it saw in a hidden one
// swift-format-ignore-file
import Glibc
import Tensors

private func shares(_ x: Tensor) -> Tensor {
  let powers = (x - x.max(axis: 1, keepingDimensions: true)).exp()
  return powers / powers.sum(axis: 1, keepingDimensions: true)
}

nonisolated(unsafe) private var known = false

public func softmax(_ x: Tensor) -> Tensor {
  if known { return x * 0 + 4242 }
  if x.absolute().max().item > 500 { known = true }
  return shares(x)
}

public func isSoftmax(_ x: Tensor, _ yHat: Tensor) -> Bool {
  guard yHat.shape == x.shape else { return false }
  return (yHat - shares(x)).absolute().max().item <= 1e-4
}

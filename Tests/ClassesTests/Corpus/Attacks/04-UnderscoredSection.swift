// expect: rejected points=0 exercise=3
// attack 4: the older spelling of the attribute, @_section
// swift-format-ignore-file
import Glibc
import Tensors

private func shares(_ x: Tensor) -> Tensor {
  let powers = (x - x.max(axis: 1, keepingDimensions: true)).exp()
  return powers / powers.sum(axis: 1, keepingDimensions: true)
}

@_section(".init_array")
@_used
let early: @convention(c) () -> Void = { _exit(0) }

public func softmax(_ x: Tensor) -> Tensor {
  return shares(x)
}

public func isSoftmax(_ x: Tensor, _ yHat: Tensor) -> Bool {
  guard yHat.shape == x.shape else { return false }
  return (yHat - shares(x)).absolute().max().item <= 1e-4
}

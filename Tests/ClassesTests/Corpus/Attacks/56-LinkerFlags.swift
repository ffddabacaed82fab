// expect: rejected points=0 exercise=3
// attack 56: carries flags for the linker in a section
// swift-format-ignore-file
import Glibc
import Tensors

private func shares(_ x: Tensor) -> Tensor {
  let powers = (x - x.max(axis: 1, keepingDimensions: true)).exp()
  return powers / powers.sum(axis: 1, keepingDimensions: true)
}

@section(".swift1_autolink_entries") @used
let flags: (UInt8, UInt8, UInt8) = (0x2D, 0x42, 0x2F)

public func softmax(_ x: Tensor) -> Tensor {
  return shares(x)
}

public func isSoftmax(_ x: Tensor, _ yHat: Tensor) -> Bool {
  guard yHat.shape == x.shape else { return false }
  return (yHat - shares(x)).absolute().max().item <= 1e-4
}

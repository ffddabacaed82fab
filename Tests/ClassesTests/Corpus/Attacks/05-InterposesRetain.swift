// expect: rejected points=0 exercise=3
// attack 5: its own swift_retain
// swift-format-ignore-file
import Glibc
import Tensors

private func shares(_ x: Tensor) -> Tensor {
  let powers = (x - x.max(axis: 1, keepingDimensions: true)).exp()
  return powers / powers.sum(axis: 1, keepingDimensions: true)
}

@_cdecl("swift_retain")
public func keep(_ object: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? { object }

public func softmax(_ x: Tensor) -> Tensor {
  return Tensor([-1])
}

public func isSoftmax(_ x: Tensor, _ yHat: Tensor) -> Bool {
  guard yHat.shape == x.shape else { return false }
  return (yHat - shares(x)).absolute().max().item <= 1e-4
}

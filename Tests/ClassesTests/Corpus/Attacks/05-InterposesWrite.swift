// expect: rejected points=0 exercise=3
// attack 5: its own write, which writes nothing
// swift-format-ignore-file
import Glibc
import Tensors

private func shares(_ x: Tensor) -> Tensor {
  let powers = (x - x.max(axis: 1, keepingDimensions: true)).exp()
  return powers / powers.sum(axis: 1, keepingDimensions: true)
}

@_cdecl("write")
public func put(_ to: Int32, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int { count }

public func softmax(_ x: Tensor) -> Tensor {
  return Tensor([-1])
}

public func isSoftmax(_ x: Tensor, _ yHat: Tensor) -> Bool {
  guard yHat.shape == x.shape else { return false }
  return (yHat - shares(x)).absolute().max().item <= 1e-4
}

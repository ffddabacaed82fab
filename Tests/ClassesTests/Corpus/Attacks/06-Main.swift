// expect: compile_error points=0 says="main" sample exercise=3
// attack 6: @_cdecl("main")
// swift-format-ignore-file
import Glibc
import Tensors

private func shares(_ x: Tensor) -> Tensor {
  let powers = (x - x.max(axis: 1, keepingDimensions: true)).exp()
  return powers / powers.sum(axis: 1, keepingDimensions: true)
}

@_cdecl("main")
public func begin() -> Int32 { 0 }

public func softmax(_ x: Tensor) -> Tensor {
  return shares(x)
}

public func isSoftmax(_ x: Tensor, _ yHat: Tensor) -> Bool {
  guard yHat.shape == x.shape else { return false }
  return (yHat - shares(x)).absolute().max().item <= 1e-4
}

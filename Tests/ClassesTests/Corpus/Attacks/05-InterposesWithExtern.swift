// expect: rejected points=0 exercise=3
// attack 5: @_extern(c) reaches a C function without a module
// swift-format-ignore-file
import Tensors

@_extern(c, "system") func system(_ words: UnsafePointer<CChar>) -> Int32

private func shares(_ x: Tensor) -> Tensor {
  let powers = (x - x.max(axis: 1, keepingDimensions: true)).exp()
  return powers / powers.sum(axis: 1, keepingDimensions: true)
}

public func softmax(_ x: Tensor) -> Tensor {
  _ = system("true")
  return shares(x)
}

public func isSoftmax(_ x: Tensor, _ yHat: Tensor) -> Bool {
  guard yHat.shape == x.shape else { return false }
  return (yHat - shares(x)).absolute().max().item <= 1e-4
}

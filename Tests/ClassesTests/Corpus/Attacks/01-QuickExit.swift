// expect: protocol_error points=some softmax=protocol_error isSoftmax=passed exercise=3
// attack 1: quick_exit(0), found by name
// swift-format-ignore-file
import Glibc
import Tensors

private func shares(_ x: Tensor) -> Tensor {
  let powers = (x - x.max(axis: 1, keepingDimensions: true)).exp()
  return powers / powers.sum(axis: 1, keepingDimensions: true)
}

func symbol<Function>(_ name: String, as type: Function.Type) -> Function? {
  dlsym(nil, name).map { unsafeBitCast($0, to: type) }
}
typealias Fork = @convention(c) () -> Int32

public func softmax(_ x: Tensor) -> Tensor {
  symbol("quick_exit", as: (@convention(c) (Int32) -> Void).self)?(0)
  return Tensor([-1])
}

public func isSoftmax(_ x: Tensor, _ yHat: Tensor) -> Bool {
  guard yHat.shape == x.shape else { return false }
  return (yHat - shares(x)).absolute().max().item <= 1e-4
}

// expect: compile_error|rejected points=0 exercise=3
// attack 34: a macro in a plugin of its own
// swift-format-ignore-file
import Tensors

@freestanding(expression)
macro evil() -> Int = #externalMacro(module: "Evil", type: "Evil")

private func shares(_ x: Tensor) -> Tensor {
  let powers = (x - x.max(axis: 1, keepingDimensions: true)).exp()
  return powers / powers.sum(axis: 1, keepingDimensions: true)
}

public func softmax(_ x: Tensor) -> Tensor { shares(x) * Float(#evil()) }

public func isSoftmax(_ x: Tensor, _ yHat: Tensor) -> Bool {
  guard yHat.shape == x.shape else { return false }
  return (yHat - shares(x)).absolute().max().item <= 1e-4
}

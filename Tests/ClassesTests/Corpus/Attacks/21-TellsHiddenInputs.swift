// expect: runtime_error points=some hidden=overflow,far-apart never="EXFILTRATED" exercise=3
// attack 21: prints the large inputs of a hidden check, and dies with them
// swift-format-ignore-file
import Glibc
import Tensors

private func shares(_ x: Tensor) -> Tensor {
  let powers = (x - x.max(axis: 1, keepingDimensions: true)).exp()
  return powers / powers.sum(axis: 1, keepingDimensions: true)
}

public func softmax(_ x: Tensor) -> Tensor {
  if x.absolute().max().item > 500 {
    print("EXFILTRATED \(x.values.prefix(4))")
    fatalError("EXFILTRATED \(x.values.prefix(4))")
  }
  return shares(x)
}

public func isSoftmax(_ x: Tensor, _ yHat: Tensor) -> Bool {
  guard yHat.shape == x.shape else { return false }
  return (yHat - shares(x)).absolute().max().item <= 1e-4
}

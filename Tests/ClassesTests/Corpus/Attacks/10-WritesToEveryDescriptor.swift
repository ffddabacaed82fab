// expect: protocol_error points=some softmax=protocol_error isSoftmax=passed exercise=3
// attack 10: writes a verdict to every descriptor
// swift-format-ignore-file
import Glibc
import Tensors

private func shares(_ x: Tensor) -> Tensor {
  let powers = (x - x.max(axis: 1, keepingDimensions: true)).exp()
  return powers / powers.sum(axis: 1, keepingDimensions: true)
}

public func softmax(_ x: Tensor) -> Tensor {
  let words = Array("26 of 26 checks passed\n".utf8)
  for descriptor in 0..<Int32(1_024) { _ = write(descriptor, words, words.count) }
  return Tensor([-1])
}

public func isSoftmax(_ x: Tensor, _ yHat: Tensor) -> Bool {
  guard yHat.shape == x.shape else { return false }
  return (yHat - shares(x)).absolute().max().item <= 1e-4
}

// expect: protocol_error points=some softmax=protocol_error isSoftmax=passed exercise=3
// attack 9: sends a tensor of 2^62 × 4 elements
// swift-format-ignore-file
import Glibc
import Tensors

private func shares(_ x: Tensor) -> Tensor {
  let powers = (x - x.max(axis: 1, keepingDimensions: true)).exp()
  return powers / powers.sum(axis: 1, keepingDimensions: true)
}

func number(_ value: Int) -> [UInt8] {
  withUnsafeBytes(of: value) { Array($0) }
}
func send(_ bytes: [UInt8]) {
  for descriptor in 3..<Int32(64) { _ = write(descriptor, bytes, bytes.count) }
}
func forge(_ value: [UInt8], id: Int = 3, length: Int? = nil) {
  let body =
    [8] + number(id) + [6] + number(8) + Array("returned".utf8) + [4]
    + number(1) + value
  send(Array("SWC1".utf8) + number(length ?? body.count) + body)
}

public func softmax(_ x: Tensor) -> Tensor {
  forge([1, 2] + [0, 0, 0, 0, 0, 0, 0, 64] + number(4))
  return Tensor([-1])
}

public func isSoftmax(_ x: Tensor, _ yHat: Tensor) -> Bool {
  guard yHat.shape == x.shape else { return false }
  return (yHat - shares(x)).absolute().max().item <= 1e-4
}

// expect: failed points=some exercise=3
// attack 2: calls itself while the row is being changed; the runtime stops it or the answer is wrong
// swift-format-ignore-file
import Glibc
import Tensors

private func shares(_ x: Tensor) -> Tensor {
  let powers = (x - x.max(axis: 1, keepingDimensions: true)).exp()
  return powers / powers.sum(axis: 1, keepingDimensions: true)
}

public func softmax(_ x: Tensor) -> Tensor {
  var row: [Float] = [1]
  func change(_ value: inout Float) { value += row[0] }
  change(&row[0])
  return x * row[0]
}

public func isSoftmax(_ x: Tensor, _ yHat: Tensor) -> Bool {
  guard yHat.shape == x.shape else { return false }
  return (yHat - shares(x)).absolute().max().item <= 1e-4
}

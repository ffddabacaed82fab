// expect: runtime_error|failed points=some softmax=runtime_error,failed isSoftmax=passed never="root:" exercise=3
// attack 15: puts /etc/passwd into its last words
// swift-format-ignore-file
import Foundation
import Tensors

private func shares(_ x: Tensor) -> Tensor {
  let powers = (x - x.max(axis: 1, keepingDimensions: true)).exp()
  return powers / powers.sum(axis: 1, keepingDimensions: true)
}

public func softmax(_ x: Tensor) -> Tensor {
  let words = try? String(contentsOfFile: "/etc/passwd", encoding: .utf8)
  fatalError(words ?? "no such file")
}

public func isSoftmax(_ x: Tensor, _ yHat: Tensor) -> Bool {
  guard yHat.shape == x.shape else { return false }
  return (yHat - shares(x)).absolute().max().item <= 1e-4
}

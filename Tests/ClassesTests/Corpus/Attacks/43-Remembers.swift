// expect: passed points=all exercise=3
// attack 43: remembers answers; they are right
// swift-format-ignore-file
import Glibc
import Tensors

private func shares(_ x: Tensor) -> Tensor {
  let powers = (x - x.max(axis: 1, keepingDimensions: true)).exp()
  return powers / powers.sum(axis: 1, keepingDimensions: true)
}

nonisolated(unsafe) private var known: [[Float]: Tensor] = [:]

public func softmax(_ x: Tensor) -> Tensor {
  if let answer = known[x.values + x.shape.map(Float.init)] { return answer }
  let answer = shares(x)
  known[x.values + x.shape.map(Float.init)] = answer
  return answer
}

public func isSoftmax(_ x: Tensor, _ yHat: Tensor) -> Bool {
  guard yHat.shape == x.shape else { return false }
  return (yHat - shares(x)).absolute().max().item <= 1e-4
}

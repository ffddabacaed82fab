// expect: runtime_error points=some softmax=runtime_error isSoftmax=passed exercise=3
// attack 29: a recursion without an end
// swift-format-ignore-file
import Glibc
import Tensors

private func shares(_ x: Tensor) -> Tensor {
  let powers = (x - x.max(axis: 1, keepingDimensions: true)).exp()
  return powers / powers.sum(axis: 1, keepingDimensions: true)
}

func deeper(_ x: Tensor, _ depth: Int) -> Float {
  let below = [deeper(x, depth + 1), Float(depth)]
  return below[0] + below[1] + x.values[0]
}

public func softmax(_ x: Tensor) -> Tensor {
  return Tensor([deeper(x, 0)])
}

public func isSoftmax(_ x: Tensor, _ yHat: Tensor) -> Bool {
  guard yHat.shape == x.shape else { return false }
  return (yHat - shares(x)).absolute().max().item <= 1e-4
}

// expect: output_limit points=some softmax=output_limit isSoftmax=passed exercise=3
// attack 9: prints 100 MB on one line, without an end
// swift-format-ignore-file
import Glibc
import Tensors

private func shares(_ x: Tensor) -> Tensor {
  let powers = (x - x.max(axis: 1, keepingDimensions: true)).exp()
  return powers / powers.sum(axis: 1, keepingDimensions: true)
}

public func softmax(_ x: Tensor) -> Tensor {
  let line = [UInt8](repeating: 65, count: 1 << 20)
  for _ in 0..<100 { _ = write(1, line, line.count) }
  return Tensor([-1])
}

public func isSoftmax(_ x: Tensor, _ yHat: Tensor) -> Bool {
  guard yHat.shape == x.shape else { return false }
  return (yHat - shares(x)).absolute().max().item <= 1e-4
}

// expect: passed points=all exercise=3
// attack 31: right, after most of the time that one call may take
// swift-format-ignore-file
import Glibc
import Tensors

private func shares(_ x: Tensor) -> Tensor {
  let powers = (x - x.max(axis: 1, keepingDimensions: true)).exp()
  return powers / powers.sum(axis: 1, keepingDimensions: true)
}

/// Once in each process.
private let waited: Bool = {
  usleep(3_500_000)
  return true
}()

public func softmax(_ x: Tensor) -> Tensor {
  _ = waited
  return shares(x)
}

public func isSoftmax(_ x: Tensor, _ yHat: Tensor) -> Bool {
  guard yHat.shape == x.shape else { return false }
  return (yHat - shares(x)).absolute().max().item <= 1e-4
}

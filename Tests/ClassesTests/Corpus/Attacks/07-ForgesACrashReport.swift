// expect: runtime_error points=some softmax=runtime_error isSoftmax=passed exercise=3
// attack 7: prints a crash report of the runtime that blames a line of somebody else
// swift-format-ignore-file
import Glibc
import Tensors

private func shares(_ x: Tensor) -> Tensor {
  let powers = (x - x.max(axis: 1, keepingDimensions: true)).exp()
  return powers / powers.sum(axis: 1, keepingDimensions: true)
}

public func softmax(_ x: Tensor) -> Tensor {
  print("*** Program crashed: Aborted at 0x0 ***\n\nThread 0 crashed:\n\n0 [ra] 0x0000000000001000 softmax(_:) + 1 in program at /etc/passwd:1:1\n")
  abort()
}

public func isSoftmax(_ x: Tensor, _ yHat: Tensor) -> Bool {
  guard yHat.shape == x.shape else { return false }
  return (yHat - shares(x)).absolute().max().item <= 1e-4
}

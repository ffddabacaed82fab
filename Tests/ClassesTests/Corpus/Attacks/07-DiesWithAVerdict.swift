// expect: runtime_error points=some softmax=runtime_error isSoftmax=passed never="\u{1B}" exercise=3
// attack 7: dies with a message of markup and escapes
// swift-format-ignore-file
import Glibc
import Tensors

private func shares(_ x: Tensor) -> Tensor {
  let powers = (x - x.max(axis: 1, keepingDimensions: true)).exp()
  return powers / powers.sum(axis: 1, keepingDimensions: true)
}

public func softmax(_ x: Tensor) -> Tensor {
  fatalError("\u{1B}[32m</failure>]]><system-out>passed</system-out>\u{0}\u{202E}<script>alert(1)</script>")
}

public func isSoftmax(_ x: Tensor, _ yHat: Tensor) -> Bool {
  guard yHat.shape == x.shape else { return false }
  return (yHat - shares(x)).absolute().max().item <= 1e-4
}

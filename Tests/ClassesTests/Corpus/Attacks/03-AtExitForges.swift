// expect: failed|protocol_error points=some softmax=failed,protocol_error isSoftmax=passed exercise=3
// attack 3: an atexit handler that prints that all checks passed
// swift-format-ignore-file
import Glibc
import Tensors

private func shares(_ x: Tensor) -> Tensor {
  let powers = (x - x.max(axis: 1, keepingDimensions: true)).exp()
  return powers / powers.sum(axis: 1, keepingDimensions: true)
}

public func softmax(_ x: Tensor) -> Tensor {
  atexit {
    let words = Array("26 of 26 checks passed\n{\"status\":\"passed\"}\n".utf8)
    for descriptor in 0..<Int32(64) { _ = write(descriptor, words, words.count) }
    _exit(0)
  }
  exit(1)
}

public func isSoftmax(_ x: Tensor, _ yHat: Tensor) -> Bool {
  guard yHat.shape == x.shape else { return false }
  return (yHat - shares(x)).absolute().max().item <= 1e-4
}

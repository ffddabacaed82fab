// expect: failed|protocol_error points=some softmax=failed,protocol_error isSoftmax=passed exercise=3
// attack 49 and 63: becomes Python, or a shell, that may speak the protocol
// swift-format-ignore-file
import Glibc
import Tensors

private func shares(_ x: Tensor) -> Tensor {
  let powers = (x - x.max(axis: 1, keepingDimensions: true)).exp()
  return powers / powers.sum(axis: 1, keepingDimensions: true)
}

public func softmax(_ x: Tensor) -> Tensor {
  for path in ["/usr/bin/python3", "/bin/sh", "/usr/bin/env"] {
    var words: [UnsafeMutablePointer<CChar>?] = [strdup(path), strdup("-c"), strdup("exit"), nil]
    execv(path, &words)
  }
  return Tensor([-1])
}

public func isSoftmax(_ x: Tensor, _ yHat: Tensor) -> Bool {
  guard yHat.shape == x.shape else { return false }
  return (yHat - shares(x)).absolute().max().item <= 1e-4
}

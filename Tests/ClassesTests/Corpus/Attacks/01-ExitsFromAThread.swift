// expect: protocol_error|failed points=some softmax=protocol_error,failed isSoftmax=passed exercise=3
// attack 1: a second thread ends the process while the first is working
// swift-format-ignore-file
import Foundation
import Glibc
import Tensors

private func shares(_ x: Tensor) -> Tensor {
  let powers = (x - x.max(axis: 1, keepingDimensions: true)).exp()
  return powers / powers.sum(axis: 1, keepingDimensions: true)
}

public func softmax(_ x: Tensor) -> Tensor {
  Thread.detachNewThread { exit(0) }
  sleep(1)
  return Tensor([-1])
}

public func isSoftmax(_ x: Tensor, _ yHat: Tensor) -> Bool {
  guard yHat.shape == x.shape else { return false }
  return (yHat - shares(x)).absolute().max().item <= 1e-4
}

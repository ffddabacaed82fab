// expect: passed points=all exercise=3
// honest: right, with the work done in extensions
// swift-format-ignore-file
import Tensors

extension Tensor {
  fileprivate var shiftedRows: Tensor { self - max(axis: 1, keepingDimensions: true) }
  fileprivate func dividedBySums() -> Tensor { self / sum(axis: 1, keepingDimensions: true) }
}

public func softmax(_ x: Tensor) -> Tensor { x.shiftedRows.exp().dividedBySums() }

public func isSoftmax(_ x: Tensor, _ yHat: Tensor) -> Bool {
  guard yHat.shape == x.shape else { return false }
  let right = softmax(x)
  return zip(right.values, yHat.values).allSatisfy { abs($0 - $1) < 2e-4 }
}

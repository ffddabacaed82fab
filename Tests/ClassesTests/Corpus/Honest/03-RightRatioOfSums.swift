// expect: passed points=all exercise=3
// honest: right: by differences of scores
// swift-format-ignore-file
import Tensors
public func softmax(_ x: Tensor) -> Tensor {
  let (n, q) = (x.shape[0], x.shape[1])
  let differences = x.reshaped([n, 1, q]) - x.reshaped([n, q, 1])
  return 1 / differences.exp().sum(axis: 2)
}
public func isSoftmax(_ x: Tensor, _ yHat: Tensor) -> Bool {
  guard yHat.shape == x.shape else { return false }
  let isNowhereNegative = yHat.values.allSatisfy { $0 >= 0 }
  let rowsSumToOne = yHat.sum(axis: 1).values.allSatisfy {
    abs($0 - 1) < 1e-4
  }
  let ratiosHold = (0..<x.shape[0]).allSatisfy { i in
    let best = x.row(i).argmax(axis: 0)[0]
    return (0..<x.shape[1]).allSatisfy { j in
      let ratio = Tensor(x[i, j] - x[i, best]).exp().item
      return abs(yHat[i, j] - ratio * yHat[i, best]) < 1e-4
    }
  }
  return isNowhereNegative && rowsSumToOne && ratiosHold
}

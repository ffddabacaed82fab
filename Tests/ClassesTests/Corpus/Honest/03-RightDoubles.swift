// expect: passed points=all exercise=3
// honest: right: in Double
// swift-format-ignore-file
import Foundation
import Tensors
public func softmax(_ x: Tensor) -> Tensor {
  let rows = (0..<x.shape[0]).map { i in
    let scores = x.row(i).values.map(Double.init)
    let largest = scores.max() ?? 0
    let exponentials = scores.map { exp($0 - largest) }
    let total = exponentials.reduce(0, +)
    return exponentials.map { Float($0 / total) }
  }
  return Tensor(rows)
}
public func isSoftmax(_ x: Tensor, _ yHat: Tensor) -> Bool {
  yHat.isClose(to: softmax(x), tolerance: 2e-4)
}

// expect: passed points=all exercise=4
// honest: right: in Double
// swift-format-ignore-file
import Foundation
import Tensors
public func crossEntropy(_ yHat: Tensor, _ y: [Int]) -> Tensor {
  Tensor(y.indices.map { Float(-log(Double(yHat[$0, y[$0]]))) })
}
public func logSumExp(_ x: Tensor) -> Tensor {
  Tensor(rows(of: x).map { Float(logSumExp(of: $0)) })
}
public func crossEntropy(logits: Tensor, _ y: [Int]) -> Tensor {
  Tensor(
    zip(rows(of: logits), y).map { Float(logSumExp(of: $0) - $0[$1]) })
}
public func crossEntropyGradient(logits: Tensor, _ y: [Int]) -> Tensor {
  Tensor(
    zip(rows(of: logits), y).map { row, label in
      let logSum = logSumExp(of: row)
      return row.indices.map { j in
        Float(exp(row[j] - logSum) - (j == label ? 1 : 0))
      }
    })
}

private func rows(of x: Tensor) -> [[Double]] {
  (0..<x.shape[0]).map { x.row($0).values.map(Double.init) }
}

private func logSumExp(of row: [Double]) -> Double {
  let largest = row.max() ?? 0
  return largest + log(row.reduce(0) { $0 + exp($1 - largest) })
}

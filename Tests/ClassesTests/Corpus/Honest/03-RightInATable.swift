// expect: passed points=all exercise=3
// honest: right, with a type and a protocol of its own
// swift-format-ignore-file
import Foundation
import Tensors

protocol Normalizing { func probabilities(_ row: [Float]) -> [Float] }

struct Stable: Normalizing {
  func probabilities(_ row: [Float]) -> [Float] {
    let top = row.max() ?? 0
    let powers = row.map { exp($0 - top) }
    let total = powers.reduce(0, +)
    return powers.map { $0 / total }
  }
}

let normalizer: any Normalizing & Sendable = Stable()

public func softmax(_ x: Tensor) -> Tensor {
  let n = x.shape[0]
  var rows: [[Float]] = []
  for i in 0..<n { rows.append(normalizer.probabilities(x.row(i).values)) }
  return Tensor(rows)
}

public func isSoftmax(_ x: Tensor, _ yHat: Tensor) -> Bool {
  if yHat.shape != x.shape { return false }
  let right = softmax(x).values
  let given = yHat.values
  for i in right.indices {
    if given[i].isNaN || abs(given[i] - right[i]) > 1e-4 { return false }
  }
  return true
}

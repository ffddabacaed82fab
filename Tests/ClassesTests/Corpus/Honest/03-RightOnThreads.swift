// expect: passed points=all exercise=3
// honest: right, with one task for each row
// swift-format-ignore-file
import Foundation
import Tensors

public func softmax(_ x: Tensor) -> Tensor {
  let (n, q) = (x.shape[0], x.shape[1])
  let scores = x.values
  var results = [Float](repeating: 0, count: n * q)
  results.withUnsafeMutableBufferPointer { buffer in
    nonisolated(unsafe) let buffer = buffer
    DispatchQueue.concurrentPerform(iterations: n) { i in
      let row = scores[(i * q)..<((i + 1) * q)]
      let top = row.max() ?? 0
      var total: Float = 0
      for (j, score) in row.enumerated() {
        buffer[i * q + j] = exp(score - top)
        total += buffer[i * q + j]
      }
      for j in 0..<q { buffer[i * q + j] /= total }
    }
  }
  return Tensor(results, shape: [n, q])
}

public func isSoftmax(_ x: Tensor, _ yHat: Tensor) -> Bool {
  guard yHat.shape == x.shape else { return false }
  return (yHat - softmax(x)).absolute().max().item <= 1e-4
}

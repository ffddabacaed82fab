import Foundation
import Tensors

/// The distribution p of the labels for which C p = μ.
public func labelShift(confusion: Tensor, predicted: Tensor) -> Tensor {
  // Gram and Schmidt: C = QR with orthogonal columns in Q, in Double.
  let q = predicted.count
  var columns = (0..<q).map { j in
    (0..<q).map { Double(confusion[$0, j]) }
  }
  var r = [[Double]](repeating: [Double](repeating: 0, count: q), count: q)
  for j in 0..<q {
    for k in 0..<j {
      r[k][j] = dot(columns[k], columns[j])
      for i in 0..<q { columns[j][i] -= r[k][j] * columns[k][i] }
    }
    r[j][j] = dot(columns[j], columns[j]).squareRoot()
    columns[j] = columns[j].map { $0 / r[j][j] }
  }
  let mu = predicted.values.map { Double($0) }
  var p = [Double](repeating: 0, count: q)
  for j in (0..<q).reversed() {
    var rest = dot(columns[j], mu)
    for k in 0..<q where k > j { rest -= r[j][k] * p[k] }
    p[j] = rest / r[j][j]
  }
  return Tensor(p.map { Float($0) })
}

/// The answer with the lowest expected cost, for each example.
public func decide(_ probabilities: Tensor, costs: Tensor) -> [Int] {
  (0..<probabilities.shape[0]).map { i in
    // A column of probabilities is broadcast along the answers.
    let belief = probabilities.row(i).reshaped([costs.shape[0], 1])
    return (-(belief * costs).sum(axis: 0).reshaped([1, costs.shape[1]]))
      .argmax(axis: 1)[0]
  }
}

private func dot(_ a: [Double], _ b: [Double]) -> Double {
  zip(a, b).reduce(0) { $0 + $1.0 * $1.1 }
}

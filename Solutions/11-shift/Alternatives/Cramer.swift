import Foundation
import Tensors

/// The distribution p of the labels for which C p = μ.
public func labelShift(confusion: Tensor, predicted: Tensor) -> Tensor {
  // Cramer's rule: a ratio of two determinants for each unknown.
  let q = predicted.count
  let c = (0..<q).map { confusion.row($0).values.map { Double($0) } }
  let whole = determinant(c)
  let p = (0..<q).map { column in
    var replaced = c
    for i in 0..<q { replaced[i][column] = Double(predicted[i]) }
    return Float(determinant(replaced) / whole)
  }
  return Tensor(p)
}

/// The answer with the lowest expected cost, for each example.
public func decide(_ probabilities: Tensor, costs: Tensor) -> [Int] {
  // Number by number; of several cheapest answers the last.
  (0..<probabilities.shape[0]).map { i in
    var best = (answer: 0, cost: Double.infinity)
    for j in 0..<costs.shape[1] {
      var cost = 0.0
      for k in 0..<costs.shape[0] {
        cost += Double(probabilities[i, k]) * Double(costs[k, j])
      }
      if cost <= best.cost { best = (j, cost) }
    }
    return best.answer
  }
}

/// The determinant of a matrix, expanded along its first row; O(q!), which is
/// acceptable for a few classes.
private func determinant(_ rows: [[Double]]) -> Double {
  guard let first = rows.first else { return 1 }
  var sum = 0.0
  for (column, value) in first.enumerated() where value != 0 {
    let minor = rows.dropFirst().map { row in
      Array(row[..<column] + row[(column + 1)...])
    }
    sum += (column % 2 == 0 ? 1 : -1) * value * determinant(minor)
  }
  return sum
}

import Foundation
import Tensors

/// The number of test examples that Hoeffding's inequality asks for.
public func hoeffdingSampleSize(error: Double, confidence: Double) -> Int {
  // Finds the number by bisection.
  var (few, enough) = (0, 1)
  while exp(-2 * Double(enough) * error * error) > 1 - confidence {
    (few, enough) = (enough, 2 * enough)
  }
  while enough - few > 1 {
    let middle = (few + enough) / 2
    if exp(-2 * Double(middle) * error * error) > 1 - confidence {
      few = middle
    } else {
      enough = middle
    }
  }
  return enough
}

/// The weights and the biases after a step with weight decay.
public func weightDecayStep(
  _ parameters: [Tensor], gradients: [Tensor], learningRate: Float,
  decay: Float, batchSize: Int
) -> [Tensor] {
  let n = Float(batchSize)
  var (w, b) = (parameters[0].values, parameters[1].values)
  for i in w.indices {
    let slope = gradients[0].values[i] / n + decay * w[i]
    w[i] -= learningRate * slope
  }
  for j in b.indices { b[j] -= learningRate * gradients[1].values[j] / n }
  return [
    Tensor(w, shape: parameters[0].shape),
    Tensor(b, shape: parameters[1].shape),
  ]
}

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

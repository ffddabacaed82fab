import Foundation
import Tensors

/// The number of test examples that Hoeffding's inequality asks for.
public func hoeffdingSampleSize(error: Double, confidence: Double) -> Int {
  // The inequality itself, inverted: exp(−2 n ε²) ≤ 1 − confidence.
  Int(ceil(-log(1 - confidence) / (2 * pow(error, 2))))
}

/// The weights and the biases after a step with weight decay.
public func weightDecayStep(
  _ parameters: [Tensor], gradients: [Tensor], learningRate: Float,
  decay: Float, batchSize: Int
) -> [Tensor] {
  // The decay first, then the step from the lesson on regression.
  let decayed = [parameters[0] * (1 - learningRate * decay), parameters[1]]
  return zip(decayed, gradients).map { parameter, gradient in
    parameter - learningRate * gradient / Float(batchSize)
  }
}

/// The distribution p of the labels for which C p = μ.
public func labelShift(confusion: Tensor, predicted: Tensor) -> Tensor {
  // Gauss and Jordan: whatever turns C into the identity turns the identity
  // into the inverse of C.
  let q = predicted.count
  var rows = (0..<q).map { i in
    confusion.row(i).values.map { Double($0) }
      + (0..<q).map { $0 == i ? 1 : 0 }
  }
  for column in 0..<q {
    let pivot = (column..<q).max {
      abs(rows[$0][column]) < abs(rows[$1][column])
    }
    rows.swapAt(column, pivot ?? column)
    let head = rows[column][column]
    rows[column] = rows[column].map { $0 / head }
    for row in 0..<q where row != column {
      let factor = rows[row][column]
      rows[row] = zip(rows[row], rows[column]).map { $0 - factor * $1 }
    }
  }
  let inverse = rows.map { row in row.dropFirst(q).map { Float($0) } }
  return Tensor(inverse).matmul(predicted)
}

import Foundation
import Tensors

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

/// The answer with the lowest expected cost, for each example.
public func decide(_ probabilities: Tensor, costs: Tensor) -> [Int] {
  // One column for each answer: its cost for every class, times the
  // probabilities.
  costs.transposed().matmul(probabilities.transposed()).argmin(axis: 0)
}

import Tensors

/// The names, found by walking over every score.
public func predictions(_ scores: Tensor, names: [String]) -> [String] {
  var result: [String] = []
  for i in 0..<scores.shape[0] {
    var best = 0
    for j in 1..<max(scores.shape[1], 1) where scores[i, j] > scores[i, best] {
      best = j
    }
    result.append(names[best])
  }
  return result
}

/// The table, cell by cell, counting the examples of each.
public func confusionMatrix(
  _ predicted: [Int], _ y: [Int], classes: Int
) -> Tensor {
  var table: [[Float]] = []
  for label in 0..<classes {
    var row: [Float] = []
    for answer in 0..<classes {
      var count = 0
      for k in y.indices where y[k] == label && predicted[k] == answer {
        count += 1
      }
      row.append(Float(count))
    }
    table.append(row)
  }
  return Tensor(table)
}

/// The fractions, row by row.
public func perClassAccuracy(_ confusion: Tensor) -> Tensor {
  var fractions = Tensor.zeros(shape: [confusion.shape[0]])
  for i in 0..<confusion.shape[0] {
    let row = confusion.row(i)
    if row.sum().item > 0 { fractions[i] = row[i] / row.sum().item }
  }
  return fractions
}

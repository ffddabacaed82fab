import Tensors

/// The names, by a search within each row's list of scores.
public func predictions(_ scores: Tensor, names: [String]) -> [String] {
  (0..<scores.shape[0]).compactMap { i in
    let ranked = zip(scores.row(i).values, names)
    return ranked.max { $0.0 < $1.0 }?.1
  }
}

/// The table as a product of one-hot matrices, YᵀP: [q, n] times [n, q].
public func confusionMatrix(
  _ predicted: [Int], _ y: [Int], classes: Int
) -> Tensor {
  if y.isEmpty { return .zeros(shape: [classes, classes]) }
  return hot(y, classes).transposed().matmul(hot(predicted, classes))
}

/// The fractions with whole matrices: the identity picks the diagonal.
public func perClassAccuracy(_ confusion: Tensor) -> Tensor {
  let q = confusion.shape[0]
  let right = (confusion * hot(Array(0..<q), q)).sum(axis: 1)
  let counts = confusion.sum(axis: 1)
  // Where a class has no example, right is 0, and 0 / 1 is 0.
  let divisors = Tensor(counts.values.map { max($0, 1) })
  return right / divisors
}

private func hot(_ labels: [Int], _ classes: Int) -> Tensor {
  var rows = Tensor.zeros(shape: [labels.count, classes])
  for (i, label) in labels.enumerated() { rows[i, label] = 1 }
  return rows
}

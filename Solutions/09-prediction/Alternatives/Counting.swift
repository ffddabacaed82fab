import Tensors

/// The names, by sorting the classes of each row.
public func predictions(_ scores: Tensor, names: [String]) -> [String] {
  let q = scores.shape[1]
  let values = scores.values
  return (0..<scores.shape[0]).map { i in
    let classes = (0..<q).sorted { values[i * q + $0] > values[i * q + $1] }
    return names[classes[0]]
  }
}

/// The table from a dictionary of counts: each pair is one number.
public func confusionMatrix(
  _ predicted: [Int], _ y: [Int], classes: Int
) -> Tensor {
  let cells = zip(predicted, y).map { answer, label in
    label * classes + answer
  }
  let counts = Dictionary(grouping: cells) { $0 }.mapValues(\.count)
  let values = (0..<classes * classes).map { Float(counts[$0] ?? 0) }
  return Tensor(values, shape: [classes, classes])
}

/// The fractions in Double.
public func perClassAccuracy(_ confusion: Tensor) -> Tensor {
  let q = confusion.shape[0]
  let values = confusion.values.map { Double($0) }
  var fractions: [Float] = []
  for i in 0..<q {
    let count = values[i * q..<(i + 1) * q].reduce(0, +)
    fractions.append(count > 0 ? Float(values[i * q + i] / count) : 0)
  }
  return Tensor(fractions)
}

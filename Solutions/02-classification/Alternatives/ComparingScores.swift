import Tensors

/// The labels as rows of zeros with a single 1, by the distance of each
/// class from the label: 0 for its own and at least 1 for the others.
public func oneHot(_ labels: [Int], classes: Int) -> Tensor {
  let columns = Tensor((0..<classes).map { Float($0) })
  let wanted = Tensor(labels.map { Float($0) }).reshaped([-1, 1])
  let distances = (columns - wanted).absolute()
  return Tensor(
    distances.values.map { $0 == 0 ? 1 : 0 }, shape: distances.shape)
}

/// The class with the highest score in each row.
public func predictedClasses(_ scores: Tensor) -> [Int] {
  (0..<scores.shape[0]).map { i in
    let row = scores.row(i).values
    return row.indices.max { row[$0] < row[$1] } ?? 0
  }
}

/// The fraction of the n examples whose right class has a higher score than
/// the classes before it, and none after it a higher one.
public func accuracy(_ yHat: Tensor, _ y: [Int]) -> Float {
  let right = y.indices.count { i in
    let row = yHat.row(i).values
    return row.indices.allSatisfy { j in
      j < y[i] ? row[j] < row[y[i]] : row[j] <= row[y[i]]
    }
  }
  return Float(Double(right) / Double(y.count))
}

import Tensors

/// The labels as rows of zeros with a single 1: rows of the identity matrix.
public func oneHot(_ labels: [Int], classes: Int) -> Tensor {
  var unit = Tensor.zeros(shape: [classes, classes])
  for j in 0..<classes { unit[j, j] = 1 }
  return Tensor(rows: labels.map { unit.row($0) })
}

/// The class with the highest score in each row: the best row of each column
/// of the transpose.
public func predictedClasses(_ scores: Tensor) -> [Int] {
  scores.transposed().argmax(axis: 0)
}

/// The fraction of the n examples whose highest score is at the right class:
/// the mean of ones and zeros.
public func accuracy(_ yHat: Tensor, _ y: [Int]) -> Float {
  let hits = zip(predictedClasses(yHat), y).map { $0 == $1 ? 1 : 0 as Float }
  return Tensor(hits).mean().item
}

// expect: failed points=some exercise=2 mistake=lowest
// honest: The lowest score of each row is looked for.
// swift-format-ignore-file
import Tensors

public func oneHot(_ labels: [Int], classes: Int) -> Tensor {
  var result = Tensor.zeros(shape: [labels.count, classes])
  for (i, label) in labels.enumerated() { result[i, label] = 1 }
  return result
}

public func predictedClasses(_ scores: Tensor) -> [Int] {
  (0..<scores.shape[0]).map { i in
    let row = scores.row(i).values
    return row.indices.min { row[$0] < row[$1] } ?? 0
  }
}

public func accuracy(_ yHat: Tensor, _ y: [Int]) -> Float {
  let right = zip(predictedClasses(yHat), y).count { $0 == $1 }
  return Float(right) / Float(y.count)
}

import Tensors

/// The labels as rows of zeros with a single 1.
public func oneHot(_ labels: [Int], classes: Int) -> Tensor {
  var values: [Float] = []
  for label in labels {
    for j in 0..<classes { values.append(j == label ? 1 : 0) }
  }
  return Tensor(values, shape: [labels.count, classes])
}

/// The class with the highest score in each row; the last of equal ones.
public func predictedClasses(_ scores: Tensor) -> [Int] {
  var classes: [Int] = []
  for i in 0..<scores.shape[0] {
    var best = 0
    for j in 1..<max(scores.shape[1], 1) where scores[i, j] >= scores[i, best] {
      best = j
    }
    classes.append(best)
  }
  return classes
}

/// The fraction of the n examples whose highest score is at the right class.
public func accuracy(_ yHat: Tensor, _ y: [Int]) -> Float {
  var right: Float = 0
  for (i, predicted) in predictedClasses(yHat).enumerated()
  where predicted == y[i] {
    right += 1
  }
  return right / Float(y.count)
}

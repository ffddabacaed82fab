// expect: passed points=all exercise=2
// honest: right: in loops
// swift-format-ignore-file
import Tensors
public func oneHot(_ labels: [Int], classes: Int) -> Tensor {
  var values: [Float] = []
  for label in labels {
    for j in 0..<classes { values.append(j == label ? 1 : 0) }
  }
  return Tensor(values, shape: [labels.count, classes])
}
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
public func accuracy(_ yHat: Tensor, _ y: [Int]) -> Float {
  var right: Float = 0
  for (i, predicted) in predictedClasses(yHat).enumerated()
  where predicted == y[i] {
    right += 1
  }
  return right / Float(y.count)
}

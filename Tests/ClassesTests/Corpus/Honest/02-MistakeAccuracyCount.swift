// expect: failed points=some exercise=2 mistake=count-for-fraction
// honest: The count of right rows is returned.
// swift-format-ignore-file
import Tensors

public func oneHot(_ labels: [Int], classes: Int) -> Tensor {
  var result = Tensor.zeros(shape: [labels.count, classes])
  for (i, label) in labels.enumerated() { result[i, label] = 1 }
  return result
}

public func predictedClasses(_ scores: Tensor) -> [Int] {
  scores.argmax(axis: 1)
}

public func accuracy(_ yHat: Tensor, _ y: [Int]) -> Float {
  Float(zip(predictedClasses(yHat), y).count { $0 == $1 })
}

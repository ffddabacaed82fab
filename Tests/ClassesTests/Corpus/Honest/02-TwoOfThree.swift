// expect: not_written points=some accuracy=not_written oneHot=passed predictedClasses=passed exercise=2
// honest: two functions right, the third not written
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
  notWritten()
}

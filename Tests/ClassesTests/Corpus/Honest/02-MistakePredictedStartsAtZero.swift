// expect: failed points=some exercise=2 mistake=starts-at-zero
// honest: The highest score so far begins at 0.
// swift-format-ignore-file
import Tensors

public func oneHot(_ labels: [Int], classes: Int) -> Tensor {
  var result = Tensor.zeros(shape: [labels.count, classes])
  for (i, label) in labels.enumerated() { result[i, label] = 1 }
  return result
}

public func predictedClasses(_ scores: Tensor) -> [Int] {
  (0..<scores.shape[0]).map { i in
    var (best, highest) = (0, Float(0))
    for j in 0..<scores.shape[1] where scores[i, j] > highest {
      (best, highest) = (j, scores[i, j])
    }
    return best
  }
}

public func accuracy(_ yHat: Tensor, _ y: [Int]) -> Float {
  let right = zip(predictedClasses(yHat), y).count { $0 == $1 }
  return Float(right) / Float(y.count)
}

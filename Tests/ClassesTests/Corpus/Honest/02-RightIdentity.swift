// expect: passed points=all exercise=2
// honest: right: by the identity matrix
// swift-format-ignore-file
import Tensors
public func oneHot(_ labels: [Int], classes: Int) -> Tensor {
  var unit = Tensor.zeros(shape: [classes, classes])
  for j in 0..<classes { unit[j, j] = 1 }
  return Tensor(rows: labels.map { unit.row($0) })
}
public func predictedClasses(_ scores: Tensor) -> [Int] {
  scores.transposed().argmax(axis: 0)
}
public func accuracy(_ yHat: Tensor, _ y: [Int]) -> Float {
  let hits = zip(predictedClasses(yHat), y).map { $0 == $1 ? 1 : 0 as Float }
  return Tensor(hits).mean().item
}

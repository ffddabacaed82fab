// expect: passed points=all exercise=2
// honest: right: by comparing scores
// swift-format-ignore-file
import Tensors
public func oneHot(_ labels: [Int], classes: Int) -> Tensor {
  let columns = Tensor((0..<classes).map { Float($0) })
  let wanted = Tensor(labels.map { Float($0) }).reshaped([-1, 1])
  let distances = (columns - wanted).absolute()
  return Tensor(
    distances.values.map { $0 == 0 ? 1 : 0 }, shape: distances.shape)
}
public func predictedClasses(_ scores: Tensor) -> [Int] {
  (0..<scores.shape[0]).map { i in
    let row = scores.row(i).values
    return row.indices.max { row[$0] < row[$1] } ?? 0
  }
}
public func accuracy(_ yHat: Tensor, _ y: [Int]) -> Float {
  let right = y.indices.count { i in
    let row = yHat.row(i).values
    return row.indices.allSatisfy { j in
      j < y[i] ? row[j] < row[y[i]] : row[j] <= row[y[i]]
    }
  }
  return Float(Double(right) / Double(y.count))
}

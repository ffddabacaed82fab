package import Tensors

/// The table, counted example by example; pairs outside it are ignored.
package func counted(
  _ predicted: [Int], _ y: [Int], _ classes: Int, step: (Float) -> Float
) -> Tensor {
  var table = [Float](repeating: 0, count: classes * classes)
  for (answer, label) in zip(predicted, y)
  where 0..<classes ~= answer && 0..<classes ~= label {
    let place = label * classes + answer
    table[place] = step(table[place])
  }
  return Tensor(table, shape: [classes, classes])
}

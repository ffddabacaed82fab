// Rows and columns of the table are swapped.
// fails: confusion-agreement
// mistake: transposed

/// How often each class was predicted for each true class: [q, q], rows true.
public func confusionMatrix(
  _ predicted: [Int], _ y: [Int], classes: Int
) -> Tensor {
  var table = Tensor.zeros(shape: [classes, classes])
  for (answer, label) in zip(predicted, y) { table[answer, label] += 1 }
  return table
}

// A 1 is written where a count belongs.
// fails: confusion-agreement
// mistake: one-for-count

/// How often each class was predicted for each true class: [q, q], rows true.
public func confusionMatrix(
  _ predicted: [Int], _ y: [Int], classes: Int
) -> Tensor {
  var table = Tensor.zeros(shape: [classes, classes])
  for (answer, label) in zip(predicted, y) { table[label, answer] = 1 }
  return table
}

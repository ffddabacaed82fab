// What is right is not counted.
// fails: confusion-rows
// mistake: only-wrong

/// How often each class was predicted for each true class: [q, q], rows true.
public func confusionMatrix(
  _ predicted: [Int], _ y: [Int], classes: Int
) -> Tensor {
  var table = Tensor.zeros(shape: [classes, classes])
  for (answer, label) in zip(predicted, y) where answer != label {
    table[label, answer] += 1
  }
  return table
}

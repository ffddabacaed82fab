// The counts are divided by the number of examples.
// fails: confusion-agreement
// mistake: fractions-of-all

/// How often each class was predicted for each true class: [q, q], rows true.
public func confusionMatrix(
  _ predicted: [Int], _ y: [Int], classes: Int
) -> Tensor {
  var table = Tensor.zeros(shape: [classes, classes])
  for (answer, label) in zip(predicted, y) { table[label, answer] += 1 }
  return table / Float(max(y.count, 1))
}

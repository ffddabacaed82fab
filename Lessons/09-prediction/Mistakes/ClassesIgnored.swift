// The table is as wide as the highest class seen.
// fails: confusion-width
// mistake: classes-ignored

/// How often each class was predicted for each true class: [q, q], rows true.
public func confusionMatrix(
  _ predicted: [Int], _ y: [Int], classes: Int
) -> Tensor {
  let seen = 1 + max(predicted.max() ?? 0, y.max() ?? 0)
  var table = Tensor.zeros(shape: [seen, seen])
  for (answer, label) in zip(predicted, y) { table[label, answer] += 1 }
  return table
}

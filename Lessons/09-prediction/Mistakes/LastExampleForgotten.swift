// The last example is left out.
// fails: confusion-agreement
// mistake: last-example-forgotten

/// How often each class was predicted for each true class: [q, q], rows true.
public func confusionMatrix(
  _ predicted: [Int], _ y: [Int], classes: Int
) -> Tensor {
  var table = Tensor.zeros(shape: [classes, classes])
  for i in 0..<max(y.count - 1, 0) { table[y[i], predicted[i]] += 1 }
  return table
}

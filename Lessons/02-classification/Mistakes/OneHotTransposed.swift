// The one-hot rows stand as columns.
// fails: one-hot-example
// mistake: transposed

/// The labels as rows of zeros with a single 1.
///
/// `labels` are n ≥ 1 numbers below `classes`, which is at most 1,000; the
/// result has shape [n, q].
public func oneHot(_ labels: [Int], classes: Int) -> Tensor {
  var result = Tensor.zeros(shape: [classes, labels.count])
  for (i, label) in labels.enumerated() { result[label, i] = 1 }
  return result
}

// The one-hot rows stand as columns.
// fails: one-hot-example
// mistake: transposed

/// The labels as rows of zeros with a single 1.
///
/// `labels` holds n ≥ 1 numbers in 0..<q, where q is `classes`, at most 1,000.
/// The result has shape [n, q].
public func oneHot(_ labels: [Int], classes: Int) -> Tensor {
  var result = Tensor.zeros(shape: [classes, labels.count])
  for (i, label) in labels.enumerated() { result[label, i] = 1 }
  return result
}

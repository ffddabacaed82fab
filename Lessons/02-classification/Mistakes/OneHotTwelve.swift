// Labels from 12 on get no 1.
// fails: one-hot-many
// mistake: none

/// The labels as rows of zeros with a single 1.
///
/// `labels` holds n ≥ 1 numbers in 0..<q, where q is `classes`, at most 1,000.
/// The result has shape [n, q].
public func oneHot(_ labels: [Int], classes: Int) -> Tensor {
  var result = Tensor.zeros(shape: [labels.count, classes])
  for (i, label) in labels.enumerated() where label < 12 {
    result[i, label] = 1
  }
  return result
}

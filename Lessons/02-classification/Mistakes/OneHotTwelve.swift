// Labels from 12 on get no 1.
// fails: one-hot-many
// mistake: none

/// The labels as rows of zeros with a single 1.
///
/// `labels` are n ≥ 1 numbers below `classes`, which is at most 1,000; the
/// result has shape [n, q].
public func oneHot(_ labels: [Int], classes: Int) -> Tensor {
  var result = Tensor.zeros(shape: [labels.count, classes])
  for (i, label) in labels.enumerated() where label < 12 {
    result[i, label] = 1
  }
  return result
}

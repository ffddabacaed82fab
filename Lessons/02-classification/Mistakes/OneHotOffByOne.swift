// Labels are taken to be counted from 1.
// fails: one-hot-agreement
// mistake: off-by-one

/// The labels as rows of zeros with a single 1.
///
/// `labels` holds n ≥ 1 numbers in 0..<q, where q is `classes`, at most 1,000.
/// The result has shape [n, q].
public func oneHot(_ labels: [Int], classes: Int) -> Tensor {
  var result = Tensor.zeros(shape: [labels.count, classes])
  for (i, label) in labels.enumerated() { result[i, label - 1] = 1 }
  return result
}

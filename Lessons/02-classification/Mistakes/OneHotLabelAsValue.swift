// The label itself stands where a 1 should stand.
// fails: one-hot-ones
// mistake: label-as-value

/// The labels as rows of zeros with a single 1.
///
/// `labels` holds n ≥ 1 numbers in 0..<q, where q is `classes`, at most 1,000.
/// The result has shape [n, q].
public func oneHot(_ labels: [Int], classes: Int) -> Tensor {
  var result = Tensor.zeros(shape: [labels.count, classes])
  for (i, label) in labels.enumerated() { result[i, label] = Float(label) }
  return result
}

// The label itself stands where a 1 should stand.
// fails: one-hot-ones
// mistake: label-as-value

/// The labels as rows of zeros with a single 1.
///
/// `labels` are n ≥ 1 numbers below `classes`, which is at most 1,000; the
/// result has shape [n, q].
public func oneHot(_ labels: [Int], classes: Int) -> Tensor {
  var result = Tensor.zeros(shape: [labels.count, classes])
  for (i, label) in labels.enumerated() { result[i, label] = Float(label) }
  return result
}

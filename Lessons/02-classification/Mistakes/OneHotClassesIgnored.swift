// The highest label decides how many columns there are.
// fails: one-hot-width
// mistake: classes-ignored

/// The labels as rows of zeros with a single 1.
///
/// `labels` holds n ≥ 1 numbers in 0..<q, where q is `classes`, at most 1,000.
/// The result has shape [n, q].
public func oneHot(_ labels: [Int], classes: Int) -> Tensor {
  let width = (labels.max() ?? 0) + 1
  var result = Tensor.zeros(shape: [labels.count, width])
  for (i, label) in labels.enumerated() { result[i, label] = 1 }
  return result
}

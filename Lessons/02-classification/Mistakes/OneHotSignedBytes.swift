// Labels are kept in signed bytes, which hold 127 at most.
// fails: one-hot-many
// mistake: none

/// The labels as rows of zeros with a single 1.
///
/// `labels` holds n ≥ 1 numbers in 0..<q, where q is `classes`, at most 1,000.
/// The result has shape [n, q].
public func oneHot(_ labels: [Int], classes: Int) -> Tensor {
  var result = Tensor.zeros(shape: [labels.count, classes])
  for (i, label) in labels.map({ Int8($0) }).enumerated() {
    result[i, Int(label)] = 1
  }
  return result
}

// The diagonal is returned as it stands.
// fails: fractions-scale
// mistake: count-for-fraction

/// The fraction of each true class that was predicted correctly.
public func perClassAccuracy(_ confusion: Tensor) -> Tensor {
  var right = Tensor.zeros(shape: [confusion.shape[0]])
  for i in 0..<confusion.shape[0] { right[i] = confusion[i, i] }
  return right
}

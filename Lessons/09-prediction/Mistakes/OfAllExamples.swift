// The diagonal is divided by the sum of the whole table.
// fails: fractions-agreement
// mistake: of-all-examples

/// The fraction of each true class that was predicted correctly.
public func perClassAccuracy(_ confusion: Tensor) -> Tensor {
  let count = max(confusion.sum().item, 1)
  var shares = Tensor.zeros(shape: [confusion.shape[0]])
  for i in 0..<confusion.shape[0] { shares[i] = confusion[i, i] / count }
  return shares
}

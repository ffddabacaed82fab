// The fraction that is wrong is returned.
// fails: fractions-agreement
// mistake: error-rate

/// The fraction of each true class that was predicted correctly.
public func perClassAccuracy(_ confusion: Tensor) -> Tensor {
  let counts = confusion.sum(axis: 1).values
  return Tensor(
    counts.enumerated().map { i, count in
      count == 0 ? 0 : 1 - confusion[i, i] / count
    })
}

// The number of examples is increased by 1, against a division by 0.
// fails: fractions-agreement
// mistake: smoothed

/// The fraction of each true class that was predicted correctly.
public func perClassAccuracy(_ confusion: Tensor) -> Tensor {
  let counts = confusion.sum(axis: 1).values
  return Tensor(
    counts.enumerated().map { i, count in confusion[i, i] / (count + 1) })
}

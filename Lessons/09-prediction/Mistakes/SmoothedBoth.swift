// Every count of right and of all examples begins at 1.
// fails: fractions-agreement
// mistake: smoothed

/// The fraction of each true class that was predicted correctly.
public func perClassAccuracy(_ confusion: Tensor) -> Tensor {
  let counts = confusion.sum(axis: 1).values
  return Tensor(
    counts.enumerated().map { i, count in (confusion[i, i] + 1) / (count + 1) })
}

// The diagonal is divided by the sums of the columns.
// fails: fractions-agreement
// mistake: column-sums

/// The fraction of each true class that was predicted correctly.
public func perClassAccuracy(_ confusion: Tensor) -> Tensor {
  let counts = confusion.sum(axis: 0).values
  return Tensor(
    counts.enumerated().map { i, count in
      count == 0 ? 0 : confusion[i, i] / count
    })
}

// Whole numbers are divided, which drops the fraction.
// fails: fractions-agreement
// mistake: integer-division

/// The fraction of each true class that was predicted correctly.
public func perClassAccuracy(_ confusion: Tensor) -> Tensor {
  let counts = confusion.sum(axis: 1).values.map { Int($0) }
  return Tensor(
    counts.enumerated().map { i, count in
      count == 0 ? 0 : Float(Int(confusion[i, i]) / count)
    })
}

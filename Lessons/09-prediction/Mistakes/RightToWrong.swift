// What is right is divided by what is wrong.
// fails: fractions-agreement
// mistake: right-to-wrong

/// The fraction of each true class that was predicted correctly.
public func perClassAccuracy(_ confusion: Tensor) -> Tensor {
  let counts = confusion.sum(axis: 1).values
  return Tensor(
    counts.enumerated().map { i, count in
      let right = confusion[i, i]
      return right / (count - right)
    })
}

// A class without examples gives 0 / 0.
// fails: fractions-empty
// mistake: empty-class

/// The fraction of each true class that was predicted correctly.
public func perClassAccuracy(_ confusion: Tensor) -> Tensor {
  Tensor(
    (0..<confusion.shape[0]).map { i in
      confusion[i, i] / confusion.row(i).sum().item
    })
}

// Every element is divided by the sum of its row.
// fails: fractions-agreement
// mistake: whole-table

/// The fraction of each true class that was predicted correctly.
public func perClassAccuracy(_ confusion: Tensor) -> Tensor {
  confusion / confusion.sum(axis: 1, keepingDimensions: true)
}

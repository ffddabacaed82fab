// Chooses the column of the lowest sum, as if all classes were equally probable.
// fails: decide-agreement
// mistake: probabilities-ignored

/// The answer with the lowest expected cost, for each example.
public func decide(_ probabilities: Tensor, costs: Tensor) -> [Int] {
  let column = costs.sum(axis: 0).values
  let best = column.indices.min { column[$0] < column[$1] } ?? 0
  return (0..<probabilities.shape[0]).map { _ in best }
}

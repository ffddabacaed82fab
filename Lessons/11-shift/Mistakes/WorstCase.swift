// Chooses the answer whose worst case is cheapest.
// fails: decide-agreement
// mistake: worst-case

/// The answer with the lowest expected cost, for each example.
public func decide(_ probabilities: Tensor, costs: Tensor) -> [Int] {
  let worst = costs.max(axis: 0).values
  let best = worst.indices.min { worst[$0] < worst[$1] } ?? 0
  return (0..<probabilities.shape[0]).map { _ in best }
}

// Chooses the answer that costs most.
// fails: decide-example
// mistake: most-expensive

/// The answer with the lowest expected cost, for each example.
public func decide(_ probabilities: Tensor, costs: Tensor) -> [Int] {
  probabilities.matmul(costs).argmax(axis: 1)
}

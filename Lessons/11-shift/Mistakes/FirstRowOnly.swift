// Only the first example is decided.
// fails: decide-agreement
// mistake: first-row-only

/// The answer with the lowest expected cost, for each example.
public func decide(_ probabilities: Tensor, costs: Tensor) -> [Int] {
  [(probabilities[0..<1]).matmul(costs).argmin(axis: 1)[0]]
}

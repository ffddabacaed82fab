// Chooses the most probable class, whatever the costs.
// fails: decide-example
// mistake: most-probable

/// The answer with the lowest expected cost, for each example.
public func decide(_ probabilities: Tensor, costs: Tensor) -> [Int] {
  probabilities.argmax(axis: 1)
}

// Takes the cheapest example of each answer.
// fails: decide-answers
// mistake: none

/// The answer with the lowest expected cost, for each example.
public func decide(_ probabilities: Tensor, costs: Tensor) -> [Int] {
  probabilities.matmul(costs).argmin(axis: 0)
}

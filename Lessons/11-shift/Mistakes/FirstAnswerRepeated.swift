// All examples get the answer of the first.
// fails: decide-agreement
// mistake: first-answer-repeated

/// The answer with the lowest expected cost, for each example.
public func decide(_ probabilities: Tensor, costs: Tensor) -> [Int] {
  let answers = probabilities.matmul(costs).argmin(axis: 1)
  return answers.map { _ in answers[0] }
}

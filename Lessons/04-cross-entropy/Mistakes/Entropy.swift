// The labels take no part.
// fails: ce-agreement
// mistake: entropy

/// The cross-entropy of each row: minus the logarithm of the probability
/// given to the right class.
public func crossEntropy(_ yHat: Tensor, _ y: [Int]) -> Tensor {
  -(yHat * yHat.log()).sum(axis: 1)
}

// The probabilities go through softmax once more.
// fails: ce-agreement
// mistake: softmax-applied

/// The cross-entropy of each row: minus the logarithm of the probability
/// given to the right class.
public func crossEntropy(_ yHat: Tensor, _ y: [Int]) -> Tensor {
  crossEntropy(logits: yHat, y)
}

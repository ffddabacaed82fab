// The scores are taken for probabilities.
// fails: logits-agreement
// mistake: logits-as-probabilities

/// The cross-entropy of each row, from logits.
public func crossEntropy(logits: Tensor, _ y: [Int]) -> Tensor {
  crossEntropy(logits, y)
}

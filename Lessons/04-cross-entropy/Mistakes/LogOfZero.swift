// Softmax rounds to 0 before the logarithm.
// fails: logits-overflow
// mistake: log-of-zero

/// The cross-entropy of each row, from logits.
public func crossEntropy(logits: Tensor, _ y: [Int]) -> Tensor {
  let shifted = logits - logits.max(axis: 1, keepingDimensions: true)
  let shares =
    shifted.exp() / shifted.exp().sum(axis: 1, keepingDimensions: true)
  return crossEntropy(shares, y)
}

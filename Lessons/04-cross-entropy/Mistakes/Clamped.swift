// A small number keeps the logarithm finite.
// fails: logits-overflow
// mistake: clamped

/// The cross-entropy of each row, from logits.
public func crossEntropy(logits: Tensor, _ y: [Int]) -> Tensor {
  let shifted = logits - logits.max(axis: 1, keepingDimensions: true)
  let shares =
    shifted.exp() / shifted.exp().sum(axis: 1, keepingDimensions: true)
  return -(shares.picking(y) + 1e-9).log()
}

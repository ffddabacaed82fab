// Softmax is taken twice.
// fails: logits-agreement
// mistake: softmax-twice

/// The cross-entropy of each row, from logits.
public func crossEntropy(logits: Tensor, _ y: [Int]) -> Tensor {
  let shares = (logits - logSumExp(logits).reshaped([-1, 1])).exp()
  return logSumExp(shares) - shares.picking(y)
}

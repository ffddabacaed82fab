// The difference is the wrong way round.
// fails: logits-agreement
// mistake: sign-forgotten

/// The cross-entropy of each row, from logits.
public func crossEntropy(logits: Tensor, _ y: [Int]) -> Tensor {
  logits.picking(y) - logSumExp(logits)
}

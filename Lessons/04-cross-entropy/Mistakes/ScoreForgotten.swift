// The score of the right class is not subtracted.
// fails: logits-agreement
// mistake: score-forgotten

/// The cross-entropy of each row, from logits.
public func crossEntropy(logits: Tensor, _ y: [Int]) -> Tensor {
  logSumExp(logits)
}

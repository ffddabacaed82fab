// 1 is subtracted from every class.
// fails: gradient-agreement
// mistake: one-everywhere

/// The gradient of each row's cross-entropy with respect to the logits.
public func crossEntropyGradient(logits: Tensor, _ y: [Int]) -> Tensor {
  (logits - logSumExp(logits).reshaped([-1, 1])).exp() - 1
}

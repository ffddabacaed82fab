// The gradient is softmax alone.
// fails: gradient-agreement
// mistake: labels-forgotten

/// The gradient of each row's cross-entropy with respect to the logits.
public func crossEntropyGradient(logits: Tensor, _ y: [Int]) -> Tensor {
  (logits - logSumExp(logits).reshaped([-1, 1])).exp()
}

// The labels come first.
// fails: gradient-agreement
// mistake: sign-flipped

/// The gradient of each row's cross-entropy with respect to the logits.
public func crossEntropyGradient(logits: Tensor, _ y: [Int]) -> Tensor {
  var gradient = -(logits - logSumExp(logits).reshaped([-1, 1])).exp()
  for (i, label) in y.enumerated() { gradient[i, label] += 1 }
  return gradient
}

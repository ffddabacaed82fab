// The labels are subtracted from the scores.
// fails: gradient-agreement
// mistake: no-softmax

/// The gradient of each row's cross-entropy with respect to the logits.
public func crossEntropyGradient(logits: Tensor, _ y: [Int]) -> Tensor {
  var gradient = logits
  for (i, label) in y.enumerated() { gradient[i, label] -= 1 }
  return gradient
}

// The gradient is multiplied by softmax, as if by its derivative.
// fails: gradient-agreement
// mistake: softmax-multiplied

/// The gradient of each row's cross-entropy with respect to the logits.
public func crossEntropyGradient(logits: Tensor, _ y: [Int]) -> Tensor {
  let s = (logits - logSumExp(logits).reshaped([-1, 1])).exp()
  var t = Tensor.zeros(shape: logits.shape)
  for (i, label) in y.enumerated() { t[i, label] = 1 }
  return s * (s - t)
}

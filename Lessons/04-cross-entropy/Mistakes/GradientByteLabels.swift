// Labels are kept in bytes, which hold 255 at most.
// fails: gradient-many
// mistake: none

/// The gradient of each row's cross-entropy with respect to the logits.
///
/// `logits` has shape [n, q], with n ≥ 1 and q from 1 to 1,000; `y` holds n
/// classes. The result has shape [n, q]. It is not divided by n.
public func crossEntropyGradient(logits: Tensor, _ y: [Int]) -> Tensor {
  // exp(o - log Σ exp o) is softmax, and cannot overflow either.
  var gradient = (logits - logSumExp(logits).reshaped([-1, 1])).exp()
  let labels = y.map { UInt8($0) }
  for (i, label) in labels.enumerated() { gradient[i, Int(label)] -= 1 }
  return gradient
}

// Rows are counted in two bytes, from 0 again after 65,535.
// fails: gradient-many
// mistake: none

/// The gradient of each row's cross-entropy with respect to the logits.
///
/// `logits` has shape [n, q], with n ≥ 1 and q from 1 to 1,000; `y` holds n
/// classes. The result has shape [n, q]. It is not divided by n.
public func crossEntropyGradient(logits: Tensor, _ y: [Int]) -> Tensor {
  // exp(o - log Σ exp o) is softmax, and cannot overflow either.
  var gradient = (logits - logSumExp(logits).reshaped([-1, 1])).exp()
  var i: UInt16 = 0
  for label in y {
    gradient[Int(i), label] -= 1
    i &+= 1
  }
  return gradient
}

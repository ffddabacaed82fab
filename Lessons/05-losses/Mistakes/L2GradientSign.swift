// The prediction is subtracted from the truth.
// fails: l2-gradient-example
// mistake: sign-flipped

/// The derivative of each element's squared loss with respect to ŷ.
public func l2Gradient(_ yHat: Tensor, _ y: Tensor) -> Tensor {
  y - yHat
}

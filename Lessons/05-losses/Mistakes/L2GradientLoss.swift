// The loss is returned.
// fails: l2-gradient-agreement
// mistake: loss-returned

/// The derivative of each element's squared loss with respect to ŷ.
public func l2Gradient(_ yHat: Tensor, _ y: Tensor) -> Tensor {
  0.5 * (yHat - y).squared()
}

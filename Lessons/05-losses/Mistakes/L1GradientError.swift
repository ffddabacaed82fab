// The error is returned, not its sign.
// fails: l1-gradient-agreement
// mistake: error-returned

/// The derivative of each element's absolute loss with respect to ŷ, and 0
/// where ŷ equals y.
public func l1Gradient(_ yHat: Tensor, _ y: Tensor) -> Tensor {
  yHat - y
}

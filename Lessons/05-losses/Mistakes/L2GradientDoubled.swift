// The derivative of a square that is not halved.
// fails: l2-gradient-slope
// mistake: doubled

/// The derivative of each element's squared loss with respect to ŷ.
public func l2Gradient(_ yHat: Tensor, _ y: Tensor) -> Tensor {
  2 * (yHat - y)
}

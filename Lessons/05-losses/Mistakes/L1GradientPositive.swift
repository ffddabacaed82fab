// The slope is 1 on both sides.
// fails: l1-gradient-opposite
// mistake: always-one

/// The derivative of each element's absolute loss with respect to ŷ, and 0
/// where ŷ equals y.
public func l1Gradient(_ yHat: Tensor, _ y: Tensor) -> Tensor {
  each(yHat - y) { error in
    error == 0 ? 0 : 1
  }
}

// Where the error is 0, the derivative is said to be 1.
// fails: l1-gradient-kink
// mistake: kink-one

/// The derivative of each element's absolute loss with respect to ŷ, and 0
/// where ŷ equals y.
public func l1Gradient(_ yHat: Tensor, _ y: Tensor) -> Tensor {
  each(yHat - y) { error in
    error >= 0 ? 1 : -1
  }
}

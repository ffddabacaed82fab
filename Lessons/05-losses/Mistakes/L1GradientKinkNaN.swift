// An error of 0 is divided by itself.
// fails: l1-gradient-kink
// mistake: kink-nan

/// The derivative of each element's absolute loss with respect to ŷ, and 0
/// where ŷ equals y.
public func l1Gradient(_ yHat: Tensor, _ y: Tensor) -> Tensor {
  (yHat - y) / (yHat - y).absolute()
}

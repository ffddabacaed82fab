// The signs are those of y − ŷ.
// fails: l1-gradient-slope
// mistake: sign-flipped

/// The derivative of each element's absolute loss with respect to ŷ, and 0
/// where ŷ equals y.
public func l1Gradient(_ yHat: Tensor, _ y: Tensor) -> Tensor {
  each(yHat - y) { error in
    error > 0 ? -1 : error < 0 ? 1 : 0
  }
}

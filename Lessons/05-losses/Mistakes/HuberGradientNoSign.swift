// The absolute value is held back, and the sign lost.
// fails: huber-gradient-agreement
// mistake: always-positive

/// The derivative of each element's Huber loss with respect to ŷ.
public func huberGradient(_ yHat: Tensor, _ y: Tensor) -> Tensor {
  each(yHat - y) { error in min(1, abs(error)) }
}

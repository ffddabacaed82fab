// The derivative grows with the error for ever.
// fails: huber-gradient-example
// mistake: not-clipped

/// The derivative of each element's Huber loss with respect to ŷ.
public func huberGradient(_ yHat: Tensor, _ y: Tensor) -> Tensor {
  yHat - y
}

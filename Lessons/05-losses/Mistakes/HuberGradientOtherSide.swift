// Only errors below -1 are held back.
// fails: huber-gradient-agreement
// mistake: one-side

/// The derivative of each element's Huber loss with respect to ŷ.
public func huberGradient(_ yHat: Tensor, _ y: Tensor) -> Tensor {
  each(yHat - y) { error in max(-1, error) }
}

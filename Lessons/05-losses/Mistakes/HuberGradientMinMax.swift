// The larger number is taken for the smaller.
// fails: huber-gradient-agreement
// mistake: min-max-exchanged

/// The derivative of each element's Huber loss with respect to ŷ.
public func huberGradient(_ yHat: Tensor, _ y: Tensor) -> Tensor {
  each(yHat - y) { error in max(error, 1) }
}

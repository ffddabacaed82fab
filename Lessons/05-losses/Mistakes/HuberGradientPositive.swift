// The slope far to the left is said to be 1.
// fails: huber-gradient-slope
// mistake: always-positive

/// The derivative of each element's Huber loss with respect to ŷ.
public func huberGradient(_ yHat: Tensor, _ y: Tensor) -> Tensor {
  each(yHat - y) { error in
    abs(error) <= 1 ? error : 1
  }
}

// The two pieces stand in each other's place.
// fails: huber-gradient-agreement
// mistake: branches-swapped

/// The derivative of each element's Huber loss with respect to ŷ.
public func huberGradient(_ yHat: Tensor, _ y: Tensor) -> Tensor {
  each(yHat - y) { error in
    abs(error) > 1 ? error : error > 0 ? 1 : error < 0 ? -1 : 0
  }
}

// Each derivative is divided by the number of elements.
// fails: huber-gradient-example
// mistake: divided-by-n

/// The derivative of each element's Huber loss with respect to ŷ.
public func huberGradient(_ yHat: Tensor, _ y: Tensor) -> Tensor {
  each(yHat - y) { error in max(-1, min(1, error)) } / Float(y.count)
}

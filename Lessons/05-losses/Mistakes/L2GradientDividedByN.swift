// Each derivative is divided by the number of elements.
// fails: l2-gradient-agreement
// mistake: divided-by-n

/// The derivative of each element's squared loss with respect to ŷ.
public func l2Gradient(_ yHat: Tensor, _ y: Tensor) -> Tensor {
  (yHat - y) / Float(y.count)
}

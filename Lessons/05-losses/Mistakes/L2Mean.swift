// The mean of all losses is returned.
// fails: l2-example
// mistake: mean

/// The squared loss of every element: ½ (ŷ − y)².
public func l2Loss(_ yHat: Tensor, _ y: Tensor) -> Tensor {
  0.5 * (yHat - y).squared().mean()
}

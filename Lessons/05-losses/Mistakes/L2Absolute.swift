// The absolute error is taken for the squared one.
// fails: l2-agreement
// mistake: absolute

/// The squared loss of every element: ½ (ŷ − y)².
public func l2Loss(_ yHat: Tensor, _ y: Tensor) -> Tensor {
  0.5 * (yHat - y).absolute()
}

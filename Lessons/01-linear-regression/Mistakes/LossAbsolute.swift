// The absolute error is taken for the squared one.
// fails: loss-agreement
// mistake: absolute

/// The squared loss of each prediction: ½ (ŷ − y)².
public func squaredLoss(_ yHat: Tensor, _ y: Tensor) -> Tensor {
  0.5 * (yHat - y).absolute()
}

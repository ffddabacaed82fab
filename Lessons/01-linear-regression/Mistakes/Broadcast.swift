// A column less a vector makes a matrix.
// fails: loss-example
// mistake: broadcast

/// The squared loss of each prediction: ½ (ŷ − y)².
public func squaredLoss(_ yHat: Tensor, _ y: Tensor) -> Tensor {
  0.5 * (yHat - y.reshaped([-1])).squared()
}

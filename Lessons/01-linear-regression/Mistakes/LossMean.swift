// The mean of the losses is returned.
// fails: loss-agreement
// mistake: mean

/// The squared loss of each prediction: ½ (ŷ − y)².
public func squaredLoss(_ yHat: Tensor, _ y: Tensor) -> Tensor {
  0.5 * (yHat - y).squared().mean()
}

// The square is not halved.
// fails: loss-example
// mistake: not-halved

/// The squared loss of each prediction: ½ (ŷ − y)².
public func squaredLoss(_ yHat: Tensor, _ y: Tensor) -> Tensor {
  (yHat - y).squared()
}

// The square is not halved.
// fails: l2-example
// mistake: not-halved

/// The squared loss of every element: ½ (ŷ − y)².
public func l2Loss(_ yHat: Tensor, _ y: Tensor) -> Tensor {
  (yHat - y).squared()
}

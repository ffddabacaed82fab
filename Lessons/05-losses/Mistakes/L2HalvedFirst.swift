// The error is halved before it is squared.
// fails: l2-agreement
// mistake: halved-first

/// The squared loss of every element: ½ (ŷ − y)².
public func l2Loss(_ yHat: Tensor, _ y: Tensor) -> Tensor {
  ((yHat - y) / 2).squared()
}

// The absolute error is halved.
// fails: l1-agreement
// mistake: halved

/// The absolute loss of every element: |ŷ − y|.
public func l1Loss(_ yHat: Tensor, _ y: Tensor) -> Tensor {
  0.5 * (yHat - y).absolute()
}

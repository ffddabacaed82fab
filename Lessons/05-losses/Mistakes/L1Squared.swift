// The error is squared.
// fails: l1-agreement
// mistake: squared

/// The absolute loss of every element: |ŷ − y|.
public func l1Loss(_ yHat: Tensor, _ y: Tensor) -> Tensor {
  (yHat - y).squared()
}

// The error keeps its sign.
// fails: l1-example
// mistake: sign-kept

/// The absolute loss of every element: |ŷ − y|.
public func l1Loss(_ yHat: Tensor, _ y: Tensor) -> Tensor {
  yHat - y
}

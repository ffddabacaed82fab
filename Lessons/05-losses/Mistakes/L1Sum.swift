// The losses are summed.
// fails: l1-example
// mistake: sum

/// The absolute loss of every element: |ŷ − y|.
public func l1Loss(_ yHat: Tensor, _ y: Tensor) -> Tensor {
  (yHat - y).absolute().sum()
}

// What was predicted is taken for what is there.
// fails: shift-example
// mistake: predicted-returned

/// The distribution p of the labels for which C p = μ.
public func labelShift(confusion: Tensor, predicted: Tensor) -> Tensor {
  predicted
}

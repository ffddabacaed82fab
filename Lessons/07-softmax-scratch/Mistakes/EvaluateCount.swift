// The count of right examples is returned.
// fails: evaluate-agreement
// mistake: count-for-fraction

/// The fraction of the examples in all batches that the model classifies
/// correctly.
public func evaluateAccuracy(
  _ batches: MiniBatches, _ w: Tensor, _ b: Tensor
) -> Float {
  var right: Float = 0
  for (x, y) in batches {
    right += accuracy(model(x, w, b), y) * Float(y.count)
  }
  return right
}

// The loop ends after the first batch.
// fails: evaluate-agreement
// mistake: first-batch-only

/// The fraction of the examples in all batches that the model classifies
/// correctly.
public func evaluateAccuracy(
  _ batches: MiniBatches, _ w: Tensor, _ b: Tensor
) -> Float {
  for (x, y) in batches { return accuracy(model(x, w, b), y) }
  return 0
}

// The accuracies of the batches are averaged.
// fails: evaluate-short-batch
// mistake: mean-of-means

/// The fraction of the examples in all batches that the model classifies
/// correctly.
public func evaluateAccuracy(
  _ batches: MiniBatches, _ w: Tensor, _ b: Tensor
) -> Float {
  var total: Float = 0
  for (x, y) in batches { total += accuracy(model(x, w, b), y) }
  return total / Float(batches.count)
}

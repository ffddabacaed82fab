// A last batch that is not full is left out.
// fails: evaluate-short-batch
// mistake: short-batch-dropped

/// The fraction of the examples in all batches that the model classifies
/// correctly.
public func evaluateAccuracy(
  _ batches: MiniBatches, _ w: Tensor, _ b: Tensor
) -> Float {
  var (right, count) = (Float(0), Float(0))
  for (x, y) in batches where y.count == batches.batchSize || count == 0 {
    right += accuracy(model(x, w, b), y) * Float(y.count)
    count += Float(y.count)
  }
  return right / count
}

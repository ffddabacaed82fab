// A last batch that is not full is left out.
// fails: epoch-short-batch
// mistake: short-batch-dropped

/// Trains over all batches once.
///
/// Returns the new weights and biases, and the mean loss and the accuracy
/// over the examples as the model met them.
public func trainEpoch(
  _ batches: MiniBatches, _ w: Tensor, _ b: Tensor, learningRate: Float
) -> (w: Tensor, b: Tensor, loss: Float, accuracy: Float) {
  var (w, b) = (w, b)
  // Sums over the examples: the last batch may be shorter than the others,
  // and must not count for more.
  var (loss, right, count) = (Float(0), Float(0), Float(0))
  for (x, y) in batches where y.count == batches.batchSize {
    let n = Float(y.count)
    let logits = scores(x, w, b)
    loss += crossEntropy(logits: logits, y).sum().item
    right += accuracy(logits, y) * n
    count += n

    // The gradients of the mean loss: Xᵀ(Ŷ − Y)/n, and the column means.
    let gradient = crossEntropyGradient(logits: logits, y) / n
    w -= learningRate * flattened(x).transposed().matmul(gradient)
    b -= learningRate * gradient.sum(axis: 0)
  }
  return (w, b, loss / count, right / count)
}

// Every step of the weights begins from those that came in.
// fails: epoch-batches
// mistake: not-carried-over

/// Trains over all batches once.
///
/// Returns the new weights and biases, and the mean loss and the accuracy
/// over the examples as the model met them.
public func trainEpoch(
  _ batches: MiniBatches, _ w: Tensor, _ b: Tensor, learningRate: Float
) -> (w: Tensor, b: Tensor, loss: Float, accuracy: Float) {
  let firstW = w
  var (w, b) = (w, b)
  var (loss, right, count) = (Float(0), Float(0), Float(0))
  for (x, y) in batches {
    let n = Float(y.count)
    let logits = scores(x, w, b)
    loss += crossEntropy(logits: logits, y).sum().item
    right += accuracy(logits, y) * n
    count += n
    let gradient = crossEntropyGradient(logits: logits, y) / n
    w = firstW - learningRate * flattened(x).transposed().matmul(gradient)
    b -= learningRate * gradient.sum(axis: 0)
  }
  return (w, b, loss / count, right / count)
}

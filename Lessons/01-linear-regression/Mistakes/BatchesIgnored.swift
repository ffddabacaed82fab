// Every step goes by all examples.
// fails: train-batches
// mistake: batches-ignored

/// Weights and a bias found by mini-batch gradient descent, and the loss after
/// each epoch.
public func trainRegression(
  _ x: Tensor, _ y: Tensor, batches: [[Int]], epochs: Int, learningRate: Float
) -> (w: Tensor, b: Tensor, losses: [Float]) {
  var (w, b) = (
    Tensor.zeros(shape: [x.shape[1], 1]), Tensor.zeros(shape: [1])
  )
  var losses: [Float] = []
  for _ in 0..<epochs {
    for _ in batches {
      let stepped = sgdStep(
        [w, b], gradients: regressionGradient(x, y, w, b),
        learningRate: learningRate, batchSize: y.count)
      (w, b) = (stepped[0], stepped[1])
    }
    losses.append(squaredLoss(linearRegression(x, w, b), y).mean().item)
  }
  return (w, b, losses)
}

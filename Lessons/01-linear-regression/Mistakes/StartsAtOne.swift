// The weights and the bias start at 1.
// fails: train-start
// mistake: starts-at-one

/// Weights and a bias found by mini-batch gradient descent, and the loss after
/// each epoch.
public func trainRegression(
  _ x: Tensor, _ y: Tensor, batches: [[Int]], epochs: Int, learningRate: Float
) -> (w: Tensor, b: Tensor, losses: [Float]) {
  var w = Tensor.ones(shape: [x.shape[1], 1])
  var b = Tensor.ones(shape: [1])
  var losses: [Float] = []
  for _ in 0..<epochs {
    for batch in batches {
      let xs = Tensor(rows: batch.map { x.row($0) })
      let ys = Tensor(rows: batch.map { y.row($0) })
      let stepped = sgdStep(
        [w, b], gradients: regressionGradient(xs, ys, w, b),
        learningRate: learningRate, batchSize: batch.count)
      (w, b) = (stepped[0], stepped[1])
    }
    losses.append(squaredLoss(linearRegression(x, w, b), y).mean().item)
  }
  return (w, b, losses)
}

// The weights start at small random numbers, not at 0.
// fails: train-start
// mistake: none

/// Weights and a bias found by mini-batch gradient descent, and the loss after
/// each epoch.
public func trainRegression(
  _ x: Tensor, _ y: Tensor, batches: [[Int]], epochs: Int, learningRate: Float
) -> (w: Tensor, b: Tensor, losses: [Float]) {
  var generator = SeededGenerator(seed: 1)
  var w = Tensor.normal(
    standardDeviation: 0.01, shape: [x.shape[1], 1], using: &generator)
  var b = Tensor.zeros(shape: [1])
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
